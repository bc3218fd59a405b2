/**
 * Bodies and deliveries for the tests of a receiver. Loads no zod.
 *
 * @packageDocumentation
 */
export {
  type DeliverAllOptions,
  type DeliveryOutcome,
  type DeliveryTarget,
  deliverAll,
} from "./testing/deliver-all.js";
export { type DeliveryOptions, deliveryOf } from "./testing/delivery.js";
export { type PayloadChanges, payloadOf } from "./testing/payload.js";

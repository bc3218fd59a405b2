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
export { createDelivery, type DeliveryOptions } from "./testing/delivery.js";
export { createPayload, type PayloadChanges } from "./testing/payload.js";

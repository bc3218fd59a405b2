/**
 * Types, catalog and parser of every SAP LeanIX webhook event. Loads no zod.
 *
 * @packageDocumentation
 */

export { type EventInfo, eventCatalog, eventTypes } from "./catalog/catalog.js";
export type { JsonSchema } from "./catalog/json-schema.js";
export type * from "./generated/types.js";
export { type WebhookBodyResult, type WebhookBodySchema, webhookBodySchema } from "./handle/body-schema.js";
export { deliveryKeyOf } from "./handle/delivery-key.js";
export { type FactSheetReference, factSheetsOf } from "./handle/fact-sheets.js";
export { fieldValuesOf, type PlainFieldValue } from "./handle/field-values.js";
export { groupKeyOf } from "./handle/group-key.js";
export {
  type EventOfType,
  type FieldDataOfType,
  isEventOfType,
  isFieldOfType,
  isKnownFieldData,
} from "./handle/guards.js";
export {
  handleWebhookEvent,
  type PartialWebhookEventHandlers,
  type WebhookEventHandlers,
} from "./handle/handle.js";
export { phaseOn } from "./handle/phase-on.js";
export { type EventPosition, positionOf, type RaiseSequence, recordPosition } from "./handle/position.js";
export { WebhookEventError, type WebhookEventErrorCode } from "./parse/error.js";
export { parseWebhookEvent, type SafeParseWebhookEventResult, safeParseWebhookEvent } from "./parse/parse.js";
export type { UnknownEvent, UnknownReason } from "./parse/unknown-event.js";

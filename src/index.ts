/**
 * Types, catalogue and parser of every SAP LeanIX webhook event. Loads no zod.
 *
 * @packageDocumentation
 */
export { type EventInfo, eventCatalogue, eventTypes } from "./catalogue.js";
export { WebhookEventError, type WebhookEventErrorCode, type WebhookEventErrorInfo } from "./errors.js";
export type * from "./generated/types.js";
export { type EventOfType, isEventOfType, isFieldOfType } from "./guards.js";
export type { JsonSchema } from "./json-schema.js";
export { parseWebhookEvent, type SafeParseResult, safeParseWebhookEvent } from "./parse.js";

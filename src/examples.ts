/**
 * Example payloads with invented values, typed by event type, for the tests of a receiver.
 *
 * @example
 * ```ts
 * import { parseWebhookEvent } from "leanix-webhook-events";
 * import { examples } from "leanix-webhook-events/examples";
 *
 * const event = parseWebhookEvent(JSON.stringify(examples.COMMENT_CREATED));
 * ```
 * @packageDocumentation
 */
export * from "./generated/examples.js";

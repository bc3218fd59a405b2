import type { WebhookEvent } from "../generated/types.js";
import { subjectKeyOf } from "./subject-key.js";

/**
 * The key of the events that must be handled one after the other: the message group of SQS FIFO, the session of Azure
 * Service Bus, the key of a Kafka message.
 *
 * It is the same for all events about one fact sheet, or about one relation: the `key` of {@link positionOf} where an
 * event has one. Events that name neither are grouped by their type. 1 to 128 of `A-Z a-z 0-9 _ -`; any other character
 * becomes `_`.
 *
 * @example
 * ```ts
 * import { groupKeyOf, parseWebhookEvent } from "leanix-webhook-events";
 *
 * const body = '{"type":"FactSheetViewedEvent","id":1,"factSheetId":"f","workspaceId":"w","createdAt":"2026-01-01T00:00:00Z"}';
 * console.log(groupKeyOf(parseWebhookEvent(body))); // w-f
 * console.log(groupKeyOf(parseWebhookEvent("{}"))); // UNKNOWN
 * ```
 */
export function groupKeyOf(event: WebhookEvent): string {
  return (subjectKeyOf(event) ?? event.type).replace(/[^\w-]/g, "_").slice(0, 128);
}

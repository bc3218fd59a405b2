import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf, integerOf, textOf } from "../json/fields.js";
import { fingerprint } from "../json/fingerprint.js";
import type { JsonObject } from "../json/object.js";
import type { WebhookEventError } from "../parse/error.js";

/**
 * The key of an event, the same each time it is delivered: LeanIX delivers at least once, so remember it to handle an
 * event only once, or give it to a queue as the id of the job. Pushed or pulled, bare or wrapped, the key is the same.
 *
 * - An event whose `type` is a class name: its workspace and its number, which no other event of the workspace has.
 * - A run or a survey response: its id, state and time, and a fingerprint of the payload. Two events share the key only
 *   if their payloads are equal, such as those of a run that is started twice with the same `synchronizationId`.
 * - Any other: the envelope's id.
 *
 * 1 to 128 of `A-Z a-z 0-9 _ -`, never a number alone, so that it can be a job id of BullMQ, a deduplication id of SQS
 * and a message id of Azure Service Bus. Never throws.
 *
 * @returns undefined for a bare event without id and time: configurations, automations, an empty body, and one that a
 * callback rewrote. Such events cannot be deduplicated: handle each delivery.
 * @example
 * ```ts
 * import { deliveryKeyOf, parseWebhookEvent } from "leanix-webhook-events";
 *
 * const handled = new Set<string>();
 *
 * export async function handleOnce(body: string, handle: () => Promise<void>): Promise<void> {
 *   const key = deliveryKeyOf(parseWebhookEvent(body));
 *   if (key !== undefined && handled.has(key)) return;
 *   await handle();
 *   if (key !== undefined) handled.add(key);
 * }
 * ```
 */
export function deliveryKeyOf({ payload, envelope }: WebhookEvent | WebhookEventError): string | undefined {
  return payloadKey(fieldsOf(payload)) ?? keyOf([fieldsOf(envelope).id]);
}

const className = /^[A-Z][A-Za-z]*Event$/;

function payloadKey(payload: JsonObject): string | undefined {
  const type = textOf(payload.type);
  // Without a `type` it may be a callback's own body, whose ids need not be those of the event.
  if (type === undefined) return undefined;
  if (className.test(type)) return keyOf([payload.workspaceId, numberOf(payload.id)]);
  const { synchronizationId, progress, pollResultEventType, createdAt } = payload;
  if (textOf(synchronizationId) !== undefined) return keyOf([synchronizationId, progress], payload);
  const { id } = fieldsOf(payload.pollResult);
  return keyOf([id, pollResultEventType ?? type, timeOf(createdAt)], payload);
}

/** Not below 0, so that a hyphen before it belongs to the workspace. */
function numberOf(id: unknown): number | undefined {
  const number = integerOf(id);
  return number !== undefined && number >= 0 ? number : undefined;
}

/** A number of milliseconds, or an ISO 8601 text without the characters that a key may not have. */
function timeOf(createdAt: unknown): unknown {
  return typeof createdAt === "string" ? createdAt.replace(/[^\w-]/g, "_") : createdAt;
}

/**
 * The parts, and the fingerprint of a payload, joined; undefined if a part is missing, or the key has characters or a
 * length that it may not have.
 */
function keyOf(parts: readonly unknown[], payload?: JsonObject): string | undefined {
  if (!parts.every((part) => (textOf(part) ?? integerOf(part)) !== undefined)) return undefined;
  const all = payload === undefined ? parts : [...parts, fingerprint(payload)];
  const key = all.join("-");
  return /^(?!(?:-?\d+|NaN)$)[\w-]{1,128}$/.test(key) ? key : undefined;
}

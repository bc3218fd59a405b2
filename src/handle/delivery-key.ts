import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf, integerOf, textOf } from "../json/fields.js";
import type { JsonObject } from "../json/object.js";
import type { WebhookEventError } from "../parse/error.js";

/**
 * A key that two deliveries of one event share, and two events never do: LeanIX delivers at least once, so remember it
 * to handle an event only once, or give it to a queue as the id of the job.
 *
 * 1 to 128 of `A-Z a-z 0-9 _ -`, never a number alone, so that it can be a job id of BullMQ, a deduplication id of SQS
 * and a message id of Azure Service Bus.
 *
 * @returns undefined for an event that comes bare and has neither id nor time: configurations, automations, an empty
 * body, and one that a callback rewrote. Handle such an event each time.
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
  return keyOf(fieldsOf(envelope).id) ?? payloadKey(fieldsOf(payload));
}

function payloadKey({ type, workspaceId, id, synchronizationId, progress, ...rest }: JsonObject) {
  // Without a `type` it may be a callback's own body, whose id need not be that of the event.
  if (textOf(type) === undefined) return undefined;
  if (integerOf(id) !== undefined) return keyOf(workspaceId, id);
  if (textOf(synchronizationId) !== undefined) return keyOf(synchronizationId, progress);
  const pollResult = fieldsOf(rest.pollResult);
  const state = rest.pollResultEventType ?? type;
  return keyOf(pollResult.id, state, timeOf(rest.createdAt));
}

/** A number of milliseconds, or an ISO 8601 text without the characters that a key may not have. */
function timeOf(createdAt: unknown): unknown {
  return typeof createdAt === "string" ? createdAt.replace(/[^\w-]/g, "_") : createdAt;
}

/** The parts, joined; undefined if one is missing, or has characters or a length that a key may not have. */
function keyOf(...parts: unknown[]): string | undefined {
  const isComplete = parts.every((part) => (textOf(part) ?? integerOf(part)) !== undefined);
  const key = parts.join("-");
  return isComplete && /^(?!(?:-?\d+|NaN)$)[\w-]{1,128}$/.test(key) ? key : undefined;
}

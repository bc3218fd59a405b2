import { firstIssue, type Issue } from "./check.js";
import { decodeBody } from "./decode.js";
import { WebhookEventError } from "./errors.js";
import { envelopeCheck, payloadChecks } from "./generated/checks.js";
import type { EventType, WebhookEvent } from "./generated/types.js";
import { identify } from "./identify.js";
import { describe } from "./message.js";
import { assumeOwnMembers } from "./read.js";

/** What {@link safeParseWebhookEvent} returns, told apart by `success`. */
export type SafeParseResult = { success: true; data: WebhookEvent } | { success: false; error: WebhookEventError };

/**
 * Parses the body of a webhook request and checks it.
 *
 * The `payload` of the event is the body itself, not a copy. An event that this version does not know, and an empty
 * body, is `UNKNOWN` and no error: answer it with 2xx, or the vendor repeats the delivery and switches the webhook off.
 *
 * @param body JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped.
 * @throws {@link WebhookEventError} for a body that is no JSON or no UTF-8, or a known event that is malformed or nested too deep; nothing else.
 * @see https://docs-eam.leanix.net/reference/webhooks
 */
export function parseWebhookEvent(body: unknown): WebhookEvent {
  const before = assumeOwnMembers(false);
  try {
    const decoded = decodeBody(body);
    assumeOwnMembers(decoded !== body);
    return checkedEvent(decoded, body);
  } catch (error) {
    throw isInstance(error, WebhookEventError) ? error : unreadable(error, body);
  } finally {
    assumeOwnMembers(before);
  }
}

/**
 * Parses the body of a webhook request and checks it, as {@link parseWebhookEvent} does, and returns the error.
 *
 * @param body JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped.
 * @returns `{ success: true, data }`, or `{ success: false, error }`. It never throws.
 */
export function safeParseWebhookEvent(body: unknown): SafeParseResult {
  try {
    return { success: true, data: parseWebhookEvent(body) };
  } catch (error) {
    return { success: false, error: error as WebhookEventError };
  }
}

function checkedEvent(body: unknown, input: unknown): WebhookEvent {
  const { eventType, payload, envelope } = identify(body);
  const issue = eventType && firstIssue(payloadChecks[eventType], payload);
  if (issue) throw invalid(eventType, issue, input);
  const type = eventType ?? "UNKNOWN";
  if (envelope === undefined) return { type, payload } as WebhookEvent;
  const envelopeIssue = firstIssue(envelopeCheck, envelope);
  if (!envelopeIssue) return { type, payload, envelope } as WebhookEvent;
  // Around an unknown payload it is no envelope, but a body that happens to have a member called payload.
  if (!eventType) return { type: "UNKNOWN", payload: body };
  throw invalid(eventType, { ...envelopeIssue, path: ["envelope", ...envelopeIssue.path] }, input);
}

function invalid(
  eventType: EventType,
  { path, expected, received, tooDeep }: Issue,
  input: unknown,
): WebhookEventError {
  const code = tooDeep ? "TOO_DEEP" : "INVALID_PAYLOAD";
  return new WebhookEventError({ code, eventType, path, expected, received: describe(received), input });
}

/** A parsed value can run code of its own, a getter's or a proxy's, and that can throw anything; a small stack can overflow. */
function unreadable(cause: unknown, input: unknown): WebhookEventError {
  const refusal = isInstance(cause, RangeError)
    ? ({ code: "TOO_DEEP", expected: "a body that the stack can hold", received: "a deeper one" } as const)
    : ({ code: "INVALID_PAYLOAD", expected: "members that can be read", received: "one that throws" } as const);
  return new WebhookEventError({ ...refusal, input, cause });
}

/** `instanceof`, for a thrown value that may be a proxy which throws in turn. */
function isInstance<Type>(value: unknown, type: abstract new (...args: never[]) => Type): value is Type {
  try {
    return value instanceof type;
  } catch {
    return false;
  }
}

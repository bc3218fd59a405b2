import { envelopeCheck, payloadChecks } from "../generated/checks.js";
import type { EventType, WebhookEnvelope, WebhookEvent } from "../generated/types.js";
import type { JsonObject } from "../json/object.js";
import { firstIssue, type Issue } from "./check.js";
import { decodeBody } from "./decode.js";
import { WebhookEventError } from "./error.js";
import { type Identified, identify, isEnvelope, isInferred } from "./identify.js";
import { describe, kindOf } from "./message.js";
import { nameOf, unknownReason } from "./unknown-event.js";

/** The result of {@link safeParseWebhookEvent}, discriminated by `success`. */
export type SafeParseWebhookEventResult =
  | { success: true; data: WebhookEvent; error?: undefined }
  | { success: false; error: WebhookEventError; data?: undefined };

/**
 * Parses and checks the body of a webhook request.
 *
 * The `payload` of the event is the body itself, not a copy. `UNKNOWN` instead of an error is an event that this version
 * does not know, one that was never published and is not as guessed, and an empty body. Answer it with 2xx, or LeanIX
 * retries and eventually disables the webhook.
 *
 * @param body JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped.
 * @throws {@link WebhookEventError} if the body is not JSON or UTF-8, if an event of evidence `sample` or `partial` is malformed or nested too deeply, or if a field of a parsed value throws when it is read. Nothing else is thrown.
 * @see https://docs-eam.leanix.net/reference/webhooks
 * @example
 * ```ts
 * import { parseWebhookEvent } from "leanix-webhook-events";
 *
 * const event = parseWebhookEvent('{"type":"FactSheetViewedEvent","id":1,"workspaceId":"w","createdAt":"2026-01-31T09:00:00Z","factSheetId":"f"}');
 * if (event.type === "FACT_SHEET_VIEWED") console.log(event.payload.factSheetId);
 * ```
 */
export function parseWebhookEvent(body: unknown): WebhookEvent {
  let came: Identified | undefined;
  try {
    came = identify(decodeBody(body));
    return eventOf(came, body);
  } catch (thrown) {
    throw isErrorOf(thrown, body) ? thrown : unreadable(thrown, body, came);
  }
}

/**
 * Parses and checks the body of a webhook request as {@link parseWebhookEvent} does, and returns the error.
 *
 * @param body JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped.
 * @returns `{ success: true, data }`, or `{ success: false, error }`. It never throws.
 * @example
 * ```ts
 * import { safeParseWebhookEvent } from "leanix-webhook-events";
 *
 * const result = safeParseWebhookEvent("{");
 * if (!result.success) console.error(result.error.message);
 * ```
 */
export function safeParseWebhookEvent(body: unknown): SafeParseWebhookEventResult {
  try {
    return { success: true, data: parseWebhookEvent(body) };
  } catch (error) {
    return { success: false, error: error as WebhookEventError };
  }
}

function eventOf({ eventType, payload, envelope, otherwise }: Identified, input: unknown): WebhookEvent {
  if (eventType === undefined) return unknownEvent(payload, envelope);
  const issue = firstIssue(payloadChecks[eventType], payload as JsonObject);
  if (!issue) return inEnvelope({ type: eventType, payload } as WebhookEvent, envelope);
  if (otherwise?.eventType && !firstIssue(payloadChecks[otherwise.eventType], otherwise.payload as JsonObject))
    return eventOf(otherwise, input);
  const error = malformed(eventType, issue, { input, payload, envelope });
  if (!isInferred(eventType)) throw error;
  // The body of an inferred event is a guess, which is not held against a delivery.
  const name = nameOf(payload)!;
  return inEnvelope({ type: "UNKNOWN", reason: "UNEXPECTED_SHAPE", name, eventType, issue: error, payload }, envelope);
}

function inEnvelope(event: WebhookEvent, envelope: JsonObject | undefined): WebhookEvent {
  const fitting = envelope && fittingEnvelope(envelope);
  if (fitting) event.envelope = fitting as unknown as WebhookEnvelope;
  return event;
}

/**
 * An envelope never vetoes: of one that is not as described, a copy without the members that do not fit. None if the copy
 * would not be read as an envelope: whoever hands it on must hand on the same event.
 */
function fittingEnvelope(envelope: JsonObject): JsonObject | undefined {
  let issue = firstIssue(envelopeCheck, envelope);
  if (!issue) return envelope;
  const copy = { ...envelope };
  for (; issue; issue = firstIssue(envelopeCheck, copy)) delete copy[issue.path[0]!];
  return identify(copy).envelope && copy;
}

function unknownEvent(payload: unknown, envelope: JsonObject | undefined): WebhookEvent {
  // What is not as an envelope is described, and has neither id nor tags, merely has a field called `payload`.
  if (envelope && !isEnvelope(envelope) && firstIssue(envelopeCheck, envelope))
    return unknownEvent(envelope, undefined);
  return inEnvelope({ type: "UNKNOWN", ...unknownReason(payload, envelope === undefined), payload }, envelope);
}

function malformed(
  eventType: EventType,
  { path, expected, received, tooDeep }: Issue,
  came: { input: unknown; payload: unknown; envelope: unknown },
): WebhookEventError {
  const code = tooDeep ? "TOO_DEEP" : "INVALID_PAYLOAD";
  return new WebhookEventError({
    code,
    eventType,
    path,
    expected,
    receivedKind: kindOf(received),
    received: describe(received),
    ...came,
  });
}

/** A parsed value may have getters or proxies that throw anything, and a small stack may overflow. */
function unreadable(cause: unknown, input: unknown, came: Identified | undefined): WebhookEventError {
  const refusal = isRangeError(cause)
    ? ({ code: "TOO_DEEP", expected: "less nesting", receivedKind: "a stack overflow" } as const)
    : ({ code: "INVALID_PAYLOAD", expected: "readable fields", receivedKind: "one that throws" } as const);
  const { eventType, payload, envelope } = came ?? {};
  return new WebhookEventError({ ...refusal, eventType, input, payload, envelope, cause });
}

/** Whether parsing this very body has thrown it: a getter of the body may parse another. */
function isErrorOf(thrown: unknown, body: unknown): boolean {
  return WebhookEventError.is(thrown) && Object.is(thrown.input, body);
}

/** As `instanceof` says, for a thrown value that may be a proxy which throws in turn. */
function isRangeError(thrown: unknown): boolean {
  try {
    return thrown instanceof RangeError;
  } catch {
    return false;
  }
}

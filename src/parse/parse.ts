import { checkWebhookEnvelope } from "../generated/checks.js";
import { guesses } from "../generated/dispatch.js";
import type { WebhookEnvelope, WebhookEvent } from "../generated/types.js";
import { MissingGlobal } from "../json/missing.js";
import { isObject, type JsonObject } from "../json/object.js";
import { type Issue, issueOf, type KnownEvent, placed } from "./check.js";
import { decodeBody } from "./decode.js";
import { WebhookEventError } from "./error.js";
import { knownEventOf } from "./event-type.js";
import { type Identified, identify, isEnvelope } from "./identify.js";
import { describe, kindOf } from "./message.js";
import { refuseNonJson } from "./non-json.js";
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
 * @param body JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped. A parsed value must be a tree, as
 * `JSON.parse` makes it: what stands in several places is checked in each, so the time can grow exponentially.
 * @throws {@link WebhookEventError} if the body is not JSON or UTF-8, if an event of evidence `sample` or `partial` is malformed or nested too deeply, or if a field of a parsed value throws when it is read. Beside it only a TypeError is thrown, for bytes where there is no TextDecoder.
 * @see https://help.sap.com/docs/leanix/ea/webhooks
 * @example
 * ```ts
 * import { parseWebhookEvent } from "leanix-webhook-events";
 *
 * const event = parseWebhookEvent('{"type":"FactSheetViewedEvent","id":1,"workspaceId":"w","createdAt":"2026-01-31T09:00:00Z","factSheetId":"f"}');
 * if (event.type === "FACT_SHEET_VIEWED") console.log(event.payload.factSheetId);
 * ```
 */
export function parseWebhookEvent(body: unknown): WebhookEvent {
  let value: unknown;
  let known: KnownEvent | undefined;
  let came: Identified | undefined;
  try {
    value = decodeBody(body);
    if (isObject(value)) {
      known = knownEventOf(value);
      if (known !== undefined) {
        const issue = known.check(value, 1);
        // The ordinary body: an event, bare.
        if (issue === undefined) return { type: known.type, payload: value } as unknown as WebhookEvent;
        if (value.payload === undefined)
          return refused(known, placed(issue, value, known.check), { input: body, payload: value });
      }
    }
    if (value === body) refuseNonJson(body);
    came = identify(value);
    return eventOf(came, body);
  } catch (thrown) {
    if (MissingGlobal.is(thrown)) throw thrown;
    throw isErrorOf(thrown, body) ? thrown : unreadable(thrown, body, came ?? { known, payload: value });
  }
}

/**
 * Parses and checks the body of a webhook request as {@link parseWebhookEvent} does, and returns the error.
 *
 * @param body JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped. A parsed value must be a tree, as
 * `JSON.parse` makes it: what stands in several places is checked in each, so the time can grow exponentially.
 * @returns `{ success: true, data }`, or `{ success: false, error }`. Whatever the body, it does not throw; only bytes where there is no
 * TextDecoder are a TypeError.
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
    if (WebhookEventError.is(error)) return { success: false, error };
    throw error;
  }
}

function eventOf({ known, payload, envelope, otherwise }: Identified, input: unknown): WebhookEvent {
  if (known === undefined) return unknownEvent(payload, envelope);
  const issue = issueOf(payload as JsonObject, known.check);
  if (!issue) return inEnvelope({ type: known.type, payload } as unknown as WebhookEvent, envelope);
  if (otherwise?.known && !issueOf(otherwise.payload as JsonObject, otherwise.known.check))
    return eventOf(otherwise, input);
  return refused(known, issue, { input, payload, envelope });
}

/** What a body was found to be before it was refused. */
interface Came {
  input: unknown;
  payload: unknown;
  envelope?: JsonObject | undefined;
}

/** Throws, unless the body of the event is a guess, which is not held against a delivery. */
function refused(known: KnownEvent, issue: Issue, came: Came): WebhookEvent {
  const { type: eventType } = known;
  const { expected, received, path, tooDeep } = issue;
  const error = new WebhookEventError({
    code: tooDeep ? "TOO_DEEP" : "INVALID_PAYLOAD",
    eventType,
    path,
    expected,
    receivedKind: kindOf(received),
    received: describe(received),
    ...came,
  });
  if (!guesses.includes(known)) throw error;
  const { payload, envelope } = came;
  return inEnvelope(
    { type: "UNKNOWN", reason: "UNEXPECTED_SHAPE", name: nameOf(payload)!, eventType, issue: error, payload },
    envelope,
  );
}

function inEnvelope(event: WebhookEvent, envelope: JsonObject | undefined): WebhookEvent {
  const fitting = envelope && fittingEnvelope(envelope);
  if (fitting) event.envelope = fitting as unknown as WebhookEnvelope;
  return event;
}

/**
 * An envelope never vetoes: of one that is not as described, a copy with the members that fit. None if the copy would not
 * be read as an envelope: whoever hands it on must hand on the same event.
 */
function fittingEnvelope(envelope: JsonObject): JsonObject | undefined {
  if (!checkWebhookEnvelope(envelope)) return envelope;
  const members = Object.entries(envelope).filter(([key, value]) => !checkWebhookEnvelope({ [key]: value }));
  const copy = Object.fromEntries(members);
  return identify(copy).envelope && copy;
}

function unknownEvent(payload: unknown, envelope: JsonObject | undefined): WebhookEvent {
  // What is not as an envelope is described, and has neither id nor tags, merely has a field called `payload`.
  if (envelope && !isEnvelope(envelope) && checkWebhookEnvelope(envelope)) return unknownEvent(envelope, undefined);
  return inEnvelope({ type: "UNKNOWN", ...unknownReason(payload, envelope === undefined), payload }, envelope);
}

/** A parsed value may have getters or proxies that throw anything, and a small stack may overflow. */
function unreadable(cause: unknown, input: unknown, came: Partial<Identified>): WebhookEventError {
  const refusal = isRangeError(cause)
    ? ({ code: "TOO_DEEP", expected: "less nesting", receivedKind: "a stack overflow" } as const)
    : ({ code: "INVALID_PAYLOAD", expected: "readable fields", receivedKind: "one that throws" } as const);
  const { known, payload, envelope } = came;
  return new WebhookEventError({ ...refusal, eventType: known?.type, input, payload, envelope, cause });
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

import type { EventType, WebhookEnvelope } from "../generated/types.js";
import { isObject } from "../json/object.js";
import type { WebhookEventError } from "./error.js";

/**
 * Why an event is `UNKNOWN`.
 *
 * - `EMPTY`: the body is `{}`, as the payload mode NO_PAYLOAD sends it.
 * - `UNNAMED`: nothing in the body names an event.
 * - `UNKNOWN_NAME`: the body names an event that this version does not know; `name` holds the name.
 * - `UNEXPECTED_SHAPE`: the event is one whose body was never published, and the body is not as guessed; `eventType` and `issue` say more.
 * - `ENCODED_TWICE`: the body is JSON text of a string that is JSON text again. The receiver's fault: parse the inner text.
 * - `REQUEST_OBJECT`: the body is a whole request, with `headers` and `body`, such as API Gateway passes to a function. The receiver's fault: parse its `body`.
 */
export type UnknownReason =
  | "EMPTY"
  | "UNNAMED"
  | "UNKNOWN_NAME"
  | "UNEXPECTED_SHAPE"
  | "ENCODED_TWICE"
  | "REQUEST_OBJECT";

/** An event that this version does not know, an empty body, or one that a callback rewrote. Not an error: answer it with 2xx. */
export interface UnknownEvent {
  /** Never the name of an event type. */
  type: "UNKNOWN";
  /** Why the event is not known. */
  reason: UnknownReason;
  /** What the body calls itself: its `type`. */
  name?: string;
  /** The event that the body names, if the reason is `UNEXPECTED_SHAPE`. */
  eventType?: EventType;
  /** Where the body differs from the guess, if the reason is `UNEXPECTED_SHAPE`. */
  issue?: WebhookEventError;
  /** The body, unchanged; without its envelope, if it came in one. */
  payload: unknown;
  /** The envelope; absent if the payload came bare. */
  envelope?: WebhookEnvelope;
}

/** Why nothing is known of a payload, and what it calls itself. */
export function unknownReason(payload: unknown): Pick<UnknownEvent, "reason" | "name"> {
  if (typeof payload === "string" && /^\s*[{[]/.test(payload)) return { reason: "ENCODED_TWICE" };
  if (!isObject(payload)) return { reason: "UNNAMED" };
  if ("headers" in payload && "body" in payload) return { reason: "REQUEST_OBJECT" };
  const name = nameOf(payload);
  if (name) return { reason: "UNKNOWN_NAME", name };
  return { reason: Object.keys(payload).length === 0 ? "EMPTY" : "UNNAMED" };
}

/** What a payload calls itself. */
export function nameOf(payload: unknown): string | undefined {
  return isObject(payload) && typeof payload.type === "string" ? payload.type : undefined;
}

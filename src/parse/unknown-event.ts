import type { EventType, WebhookEnvelope } from "../generated/types.js";
import { isObject } from "../json/object.js";
import { jsonOf } from "../json/text.js";
import type { WebhookEventError } from "./error.js";
import { pathOfNested } from "./nested.js";

/**
 * Why an event is `UNKNOWN`.
 *
 * - `EMPTY`: the body is `{}`, as the payload mode NO_PAYLOAD sends it.
 * - `UNNAMED`: nothing in the body names an event.
 * - `UNKNOWN_NAME`: the body names an event that this version does not know; `name` holds the name.
 * - `UNEXPECTED_SHAPE`: the event is one whose body was never published, and the body is not as guessed; `eventType` and `issue` say more.
 * - `ENCODED_TWICE`: the body is JSON text of a string that is JSON text again. The receiver's fault: parse the inner text.
 * - `NESTED`: an event stands inside the body, at `path`, as in a queue's record, a CloudEvent, a whole request or a list: parse what stands there.
 */
export type UnknownReason = "EMPTY" | "UNNAMED" | "UNKNOWN_NAME" | "UNEXPECTED_SHAPE" | "ENCODED_TWICE" | "NESTED";

/** An event that this version does not know, an empty body, or one that a callback rewrote. Not an error: answer it with 2xx. */
export interface UnknownEvent {
  /** The event type, or `UNKNOWN`. Compare it to narrow the event and its payload. */
  type: "UNKNOWN";
  /** Why the event is not known. */
  reason: UnknownReason;
  /** What the body calls itself: its `type`. */
  name?: string;
  /** Path from the payload to the event inside it, if the reason is `NESTED`: an object, its JSON text or base64 of that. */
  path?: readonly (string | number)[];
  /** The event that the body names, if the reason is `UNEXPECTED_SHAPE`. */
  eventType?: EventType;
  /** Where the body differs from the guess, if the reason is `UNEXPECTED_SHAPE`. */
  issue?: WebhookEventError;
  /** The body, unchanged, without its envelope. Narrow by `event.type` first: until then its type is `unknown`. */
  payload: unknown;
  /** The envelope; absent if the payload came bare. */
  envelope?: WebhookEnvelope;
}

/** Why nothing is known of a payload, and what it calls itself. */
export function unknownReason(payload: unknown, isBare: boolean): Pick<UnknownEvent, "reason" | "name" | "path"> {
  if (isBare && isJsonText(payload)) return { reason: "ENCODED_TWICE" };
  const path = pathOfNested(payload);
  const name = nameOf(payload);
  if (path) return { reason: "NESTED", path, ...(name && { name }) };
  if (name) return { reason: "UNKNOWN_NAME", name };
  return { reason: isObject(payload) && Object.keys(payload).length === 0 ? "EMPTY" : "UNNAMED" };
}

/** Whether a body is a string that is the JSON text of an object or array. */
function isJsonText(body: unknown): boolean {
  const value = typeof body === "string" && /^\s*[{[]/.test(body) ? jsonOf(body) : undefined;
  return value !== undefined;
}

/** What a payload calls itself. */
export function nameOf(payload: unknown): string | undefined {
  return isObject(payload) && typeof payload.type === "string" ? payload.type : undefined;
}

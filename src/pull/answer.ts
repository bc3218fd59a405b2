import { type SafeParseResult, safeParseWebhookEvent } from "../parse/parse.js";
import { PullError } from "./error.js";
import { recordOf } from "./request.js";

/** An event that was pulled. */
export interface PulledEvent {
  /** Its place in the webhook's queue: grows, with gaps. Undefined if LeanIX did not send it. */
  offset: number | undefined;
  /** What the body was parsed to. */
  result: SafeParseResult;
}

/** The events of an answer and the offset that acknowledges them; undefined if there are none. */
export function readAnswer(answer: unknown): { events: PulledEvent[]; nextOffset: number } | undefined {
  const { events, nextCursor } = recordOf(recordOf(answer).data);
  if (!Array.isArray(events) || events.length === 0) return undefined;
  const nextOffset = offsetOf(nextCursor);
  if (nextOffset === undefined) throw new PullError("the answer holds events and no nextCursor", 200);
  return { events: events.map(readEvent), nextOffset };
}

/** `event` is an object in the vendor's documentation and JSON text in its API description. */
function readEvent(entry: unknown): PulledEvent {
  const { cursor, event } = recordOf(entry);
  return { offset: offsetOf(cursor), result: safeParseWebhookEvent(event) };
}

function offsetOf(cursor: unknown): number | undefined {
  const { offset } = recordOf(cursor);
  return typeof offset === "number" ? offset : undefined;
}

import { fieldsOf } from "../json/fields.js";
import { type SafeParseWebhookEventResult, safeParseWebhookEvent } from "../parse/parse.js";
import { PullError } from "./error.js";

/** An event that was pulled. */
export interface PulledEvent {
  /** Its place in the webhook's queue: grows, with gaps. Undefined if LeanIX did not send it. */
  offset: number | undefined;
  /** What the body was parsed to. */
  result: SafeParseWebhookEventResult;
}

/** An event as an answer holds it. */
export interface Entry {
  offset: number | undefined;
  /** An object in the vendor's documentation, JSON text in its API description. */
  event: unknown;
}

/** The events of an answer and the offset that acknowledges them; undefined if there are none. */
export function readBatch(answer: unknown): { events: PulledEvent[]; nextOffset: number } | undefined {
  const entries = entriesOf(answer) ?? [];
  if (entries.length === 0) return undefined;
  const nextOffset = offsetOf(fieldsOf(fieldsOf(answer).data).nextCursor);
  if (nextOffset === undefined) throw new PullError("the answer has events and no nextCursor", 200);
  const events = entries.map(({ offset, event }) => ({ offset, result: safeParseWebhookEvent(event) }));
  return { events, nextOffset };
}

/** The events of an answer to a PULL request; undefined for a value that has no list of events. */
export function entriesOf(answer: unknown): Entry[] | undefined {
  const { events } = fieldsOf(fieldsOf(answer).data);
  return Array.isArray(events) ? events.map(entryOf) : undefined;
}

function entryOf(entry: unknown): Entry {
  const { cursor, event } = fieldsOf(entry);
  return { offset: offsetOf(cursor), event };
}

function offsetOf(cursor: unknown): number | undefined {
  const { offset } = fieldsOf(cursor);
  return typeof offset === "number" ? offset : undefined;
}

import type { Fail } from "../api/request.js";
import { fieldsOf } from "../json/fields.js";
import { isObject } from "../json/object.js";
import { type SafeParseWebhookEventResult, safeParseWebhookEvent } from "../parse/parse.js";

/** An event that was pulled. */
export interface PulledEvent {
  /** Its place in the webhook's queue: grows, with gaps. Undefined if LeanIX did not send it. */
  offset: number | undefined;
  /** What the body was parsed to. */
  result: SafeParseWebhookEventResult;
}

/** What an answer holds. */
export interface Window {
  events: PulledEvent[];
  /** The offset that acknowledges the window, which may be empty; undefined if there is nothing to acknowledge. */
  nextOffset: number | undefined;
}

/** An event in an answer. */
export interface Entry {
  offset: number | undefined;
  /** An object in the vendor's documentation, JSON text in its API description. */
  event: unknown;
}

/** The events of an answer. Whatever is neither events nor plainly "nothing new" fails: they are kept for 30 days alone. */
export function readWindow(answer: unknown, fail: Fail): Window {
  const entries = entriesOf(answer);
  if (!entries && !isNothingNew(answer)) throw fail("the answer is not one to a PULL request");
  const nextOffset = offsetOf(fieldsOf(fieldsOf(answer).data).nextCursor);
  if (entries?.length && nextOffset === undefined) throw fail("the answer has events and no nextCursor");
  const events = (entries ?? []).map(({ offset, event }) => ({ offset, result: safeParseWebhookEvent(event) }));
  return { events, nextOffset };
}

/** The events of an answer to a PULL request; undefined for a value that has no list of events. */
export function entriesOf(answer: unknown): Entry[] | undefined {
  const { events } = fieldsOf(fieldsOf(answer).data);
  return Array.isArray(events) ? events.map(entryOf) : undefined;
}

/** An empty body, or an answer without events. */
function isNothingNew(answer: unknown): boolean {
  if (answer === undefined) return true;
  if (!isObject(answer)) return false;
  const { status, type, data = null } = answer;
  const isAnswer = status === "OK" || type === "PullResult" || isObject(data);
  return isAnswer && (data === null || (isObject(data) && (data.events ?? null) === null));
}

function entryOf(entry: unknown): Entry {
  const { cursor, event } = fieldsOf(entry);
  return { offset: offsetOf(cursor), event };
}

function offsetOf(cursor: unknown): number | undefined {
  const { offset } = fieldsOf(cursor);
  return typeof offset === "number" ? offset : undefined;
}

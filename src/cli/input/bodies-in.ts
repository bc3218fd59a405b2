import { fieldsOf } from "../../json/fields.js";
import { isObject, type JsonObject } from "../../json/object.js";
import { entriesOf } from "../../pull/window.js";

/** A body that a JSON value holds. */
export interface BodyIn {
  /** The parsed value; JSON text if that is a string. */
  body: unknown;
  /** Where it stands in the value. */
  path: (string | number)[];
  /** Why there is no body. */
  unreadable?: string;
}

/**
 * The items of an array, the events of an answer to a PULL request, the deliveries of LeanIX's log, or the one body. The
 * playground reads them, too.
 */
export function bodiesIn(value: unknown): BodyIn[] {
  return Array.isArray(value) ? value.flatMap((item, index) => bodiesOf(item, [index])) : bodiesOf(value, []);
}

function bodiesOf(value: unknown, path: BodyIn["path"]): BodyIn[] {
  const entries = entriesOf(value);
  if (entries)
    return entries.map(({ event }, index) => ({ body: event, path: [...path, "data", "events", index, "event"] }));
  if (isLogPage(value)) return value.data.map((row, index) => deliveryIn(row, [...path, "data", index]));
  if (isLogRow(value)) return [deliveryIn(value, path)];
  if (isFailure(value)) return [{ body: value, path, unreadable: "an answer with an error" }];
  return isEmptyAnswer(value) ? [] : [{ body: asBody(value), path }];
}

/** A row of the delivery log, or a line of `log --json`. No envelope has a target. */
function isLogRow(value: unknown): value is JsonObject {
  return isObject(value) && "payload" in value && typeof value.targetUrl === "string";
}

function isLogPage(value: unknown): value is { data: JsonObject[] } {
  const { data, status } = fieldsOf(value);
  return Array.isArray(data) && (data.length === 0 ? status === "OK" : data.every(isLogRow));
}

/** The payload is the text that was sent. */
function deliveryIn({ payload }: JsonObject, path: BodyIn["path"]): BodyIn {
  const isKept = payload !== null && payload !== "";
  return { body: payload, path: [...path, "payload"], ...(!isKept && { unreadable: "a delivery without a body" }) };
}

/** `{ status: "ERROR", type, message, errors }` */
function isFailure(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { status, type, errors } = value;
  return typeof status === "string" && status !== "OK" && (type === "PullResult" || Array.isArray(errors));
}

function isEmptyAnswer(value: unknown): boolean {
  return isObject(value) && value.type === "PullResult";
}

/** A string is JSON text to the parser, so it is written as JSON again. */
function asBody(value: unknown): unknown {
  return typeof value === "string" ? JSON.stringify(value) : value;
}

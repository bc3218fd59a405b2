import { isObject } from "../../json/object.js";
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

/** The items of an array, the events of an answer to a PULL request, or the one body. The playground reads them, too. */
export function bodiesIn(value: unknown): BodyIn[] {
  return Array.isArray(value) ? value.flatMap((item, index) => bodiesOf(item, [index])) : bodiesOf(value, []);
}

function bodiesOf(value: unknown, path: BodyIn["path"]): BodyIn[] {
  const entries = entriesOf(value);
  if (entries)
    return entries.map(({ event }, index) => ({ body: event, path: [...path, "data", "events", index, "event"] }));
  if (isFailure(value)) return [{ body: value, path, unreadable: "an answer with an error" }];
  return isEmptyAnswer(value) ? [] : [{ body: asBody(value), path }];
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

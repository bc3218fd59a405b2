/** How an error shows a path and a value: one line, bounded, and without running a line of the value's own code. */

const MAX_MESSAGE_LENGTH = 500;
const MAX_VALUE_LENGTH = 60;
const MAX_PATH_LENGTH = 300;

/** One line for a log: what was expected where, and the kind of what was received; never a value of the body. */
export function messageOf(
  eventType: string | undefined,
  path: readonly (string | number)[],
  expected: string,
  received: string,
): string {
  const place = path.length > 0 ? formatPath(path) : "body";
  return truncate(lineOn(eventType, `${place}: expected ${expected}, received ${received}`), MAX_MESSAGE_LENGTH);
}

/** A line on an event. The receiver answers it with 202, and the delivery log's reader finds it by how it begins. */
export function lineOn(eventType: string | undefined, text: string): string {
  return `${eventType ?? "webhook event"}: ${text}`;
}

/** `["factSheet", "relations", 3, "toId"]` as `factSheet.relations[3].toId`. */
export function formatPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]{0,99}$/.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${quoted(key)}]`;
    if (text.length > MAX_PATH_LENGTH) return `${text.slice(0, MAX_PATH_LENGTH)}…`;
  }
  return text;
}

/** What kind of value it is. */
export function kindOf(value: unknown): string {
  if (value === "") return "empty string";
  if (value === null) return "null";
  // What JSON.parse makes of 1e400.
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return "a number beyond range";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The kind of a value, and the value itself if it is short enough to help. */
export function describe(value: unknown): string {
  if (typeof value === "string") return `string ${quoted(value)}`;
  if (Number.isFinite(value) || typeof value === "boolean") return `${typeof value} ${value}`;
  return kindOf(value);
}

/** A text cut to a length, on one line, in which nothing controls a terminal or turns the direction of the text. */
export function truncate(text: string, length: number): string {
  const line = text.slice(0, length).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  return text.length > length ? `${line.slice(0, length - 1)}…` : line;
}

function quoted(text: string): string {
  return JSON.stringify(truncate(text, MAX_VALUE_LENGTH));
}

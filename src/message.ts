/** How an error shows a path and a value: one line, bounded, and without running a line of the value's own code. */

const MAX_VALUE_LENGTH = 60;
const MAX_PATH_LENGTH = 300;

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

/** The type of a value, and the value itself where it is short enough to help. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `string ${quoted(value)}`;
    case "number":
    case "boolean":
      return `${typeof value} ${value}`;
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "array" : "object";
    default:
      return typeof value;
  }
}

/** A text cut to a length, on one line. */
export function shown(text: string, length: number): string {
  const line = text.slice(0, length).replace(/[\p{Cc}\u2028\u2029]/gu, " ");
  return text.length > length ? `${line.slice(0, length - 1)}…` : line;
}

function quoted(text: string): string {
  return JSON.stringify(shown(text, MAX_VALUE_LENGTH));
}

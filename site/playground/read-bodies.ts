import { isObject } from "../../src/parse/json-object.js";
import { jsonOf } from "../../src/parse/json-of.js";
import { entriesOf } from "../../src/pull/batch.js";

/** A body, and where it stands. */
export interface Body {
  /** The parsed value; of what is not JSON, its text. */
  value: unknown;
  /** The JSON document that it stands in. */
  text: string;
  /** Number of the document's first line. */
  line: number;
  /** Where it stands in the document. */
  path: (string | number)[];
}

type Document = Pick<Body, "text" | "line">;

const BYTE_ORDER_MARK = "\uFEFF";

/** The bodies of a text, as the command line reads them, except that what is not JSON is a body of its own. */
export function readBodies(input: string): Body[] {
  const text = input.startsWith(BYTE_ORDER_MARK) ? input.slice(1) : input;
  if (text.trim() === "") return [];
  const documents = jsonOf(text) === undefined ? documentsOf(text) : [{ text, line: 1 }];
  return documents.flatMap(bodiesOf);
}

/** One document on each line, or documents of many lines, one after the other. */
function documentsOf(text: string): Document[] {
  const documents: Document[] = [];
  const lines = text.split("\n");
  let oneByLine = false;
  let pending: string[] = [];
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    if (pending.length === 0) {
      if (line.trim() === "") continue;
      depth = 0;
      oneByLine ||= documents.length === 0 && jsonOf(line) !== undefined;
    }
    pending.push(line);
    depth += depthOf(line);
    if (oneByLine || depth <= 0) take(index + 1);
  }
  // What never ends is the start of a document, or a line that was cut off, with whole bodies on the lines after it.
  if (pending.slice(1).some(isWholeBody)) {
    const cut = pending;
    for (const [index, line] of cut.entries()) {
      pending = line.trim() === "" ? [] : [line];
      take(lines.length - cut.length + index + 1);
    }
  } else take(lines.length);
  return documents;

  function take(lastLine: number): void {
    if (pending.length > 0) documents.push({ text: pending.join("\n"), line: lastLine - pending.length + 1 });
    pending = [];
  }
}

function isWholeBody(line: string): boolean {
  return line.startsWith("{") && jsonOf(line) !== undefined;
}

function bodiesOf({ text, line }: Document): Body[] {
  const value = jsonOf(text);
  if (value === undefined) return [{ value: text, text, line, path: [] }];
  const found = Array.isArray(value) ? value.flatMap((item, index) => bodiesIn(item, [index])) : bodiesIn(value, []);
  return found.map((body) => ({ ...body, text, line }));
}

/** The events of an answer to a PULL request, or the one body. */
function bodiesIn(value: unknown, path: Body["path"]): Pick<Body, "value" | "path">[] {
  const entries = entriesOf(value);
  if (entries)
    return entries.map(({ event }, index) => ({ value: event, path: [...path, "data", "events", index, "event"] }));
  return isObject(value) && value.type === "PullResult" ? [] : [{ value: asBody(value), path }];
}

/** A string is JSON text to the parser, so it is written as JSON again. */
function asBody(value: unknown): unknown {
  return typeof value === "string" ? JSON.stringify(value) : value;
}

/** How many brackets a line opens and does not close. A string of JSON ends on its line. */
function depthOf(line: string): number {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (character === '"') inString = !inString;
    else if (inString) index += character === "\\" ? 1 : 0;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
  }
  return depth;
}

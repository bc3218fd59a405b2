import { type BodyIn, bodiesIn } from "../../src/cli/input/bodies-in.js";
import { depthOf } from "../../src/cli/input/depth-of.js";
import { jsonOf } from "../../src/json/text.js";

/** A body, and where it stands. What is not JSON is its text. */
export interface Body extends BodyIn {
  /** The JSON document that it stands in. */
  text: string;
  /** Number of the document's first line. */
  line: number;
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
  const found = value === undefined ? [{ body: text, path: [] }] : bodiesIn(value);
  return found.map((body) => ({ ...body, text, line }));
}

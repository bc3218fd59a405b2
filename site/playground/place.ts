import { findNodeAtLocation, type JSONPath, type ParseError, parseTree } from "jsonc-parser";

export interface Place {
  offset: number;
  length: number;
}

/** The text around a place. */
export interface Excerpt extends Place {
  line: number;
  column: number;
  before: string;
  marked: string;
  after: string;
}

const AROUND = 240;
const MARKED = 120;

/** Where a value stands in JSON text; of a missing one, the object that lacks it; of text that is not JSON, the first fault. */
export function placeOf(text: string, path: readonly PropertyKey[]): Place {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (errors[0]) return { offset: errors[0].offset, length: Math.max(1, errors[0].length) };
  for (let length = path.length; root && length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as JSONPath);
    if (node) return length === path.length ? node : { offset: node.offset, length: 1 };
  }
  return { offset: 0, length: 1 };
}

export function excerptAt(text: string, { offset, length }: Place, firstLine: number): Excerpt {
  const end = offset + Math.min(length, MARKED);
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = firstLine;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return {
    offset,
    length,
    line,
    column: offset - lineStart + 1,
    before: fromLineStart(text.slice(Math.max(0, offset - AROUND), offset)),
    marked: text.slice(offset, end) || " ",
    after: text.slice(end, end + AROUND),
  };
}

/** Leaves out the end of a line at the start of the text, where a whole line follows. */
function fromLineStart(text: string): string {
  return text.length < AROUND ? text : text.slice(text.indexOf("\n") + 1);
}

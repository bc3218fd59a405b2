import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";

interface Place {
  offset: number;
  length: number;
}

/** The text around a place. */
export interface Excerpt {
  line: number;
  column: number;
  before: string;
  marked: string;
  after: string;
}

const AROUND = 240;
const MARKED = 120;

/** The text around a value; undefined if it stands too deep to be found. */
export function excerptOf(text: string, path: (string | number)[], firstLine: number): Excerpt | undefined {
  try {
    return excerptAt(text, placeOf(text, path), firstLine);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Of a missing value, the object that lacks it; of text that is not JSON, the first fault. */
function placeOf(text: string, path: (string | number)[]): Place {
  const { root, fault } = treeOf(text);
  if (fault) return { offset: fault.offset, length: Math.max(1, fault.length) };
  for (let length = path.length; root && length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return length === path.length ? node : { offset: node.offset, length: 1 };
  }
  return { offset: 0, length: 1 };
}

interface Tree {
  text: string;
  root: Node | undefined;
  fault: ParseError | undefined;
}

let last: Tree | undefined;

/** Kept for the next body, which may stand in the same document. */
function treeOf(text: string): Tree {
  if (last?.text === text) return last;
  const faults: ParseError[] = [];
  const root = parseTree(text, faults, { disallowComments: true });
  last = { text, root, fault: faults[0] };
  return last;
}

function excerptAt(text: string, { offset, length }: Place, firstLine: number): Excerpt {
  const end = offset + Math.min(length, MARKED);
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = firstLine;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return {
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

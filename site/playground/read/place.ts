import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { jsonOf } from "../../../src/json/text.js";

type Path = readonly (string | number)[];

interface Place {
  offset: number;
  length: number;
}

/** The text around a place, in lines that a person can read, and where it stands in the text that was pasted. */
export interface Excerpt {
  line: number;
  column: number;
  /** Offset in the document, to select it there. */
  offset: number;
  length: number;
  before: string;
  marked: string;
  after: string;
  /** Whether the lines are ours: the document has longer ones. */
  isFormatted: boolean;
}

const LINES = 5;
const LONGEST_LINE = 160;
const LARGEST = 1_000_000;
const MARKED = 120;
const AROUND = 240;

/** The text around a value of a document; undefined if it stands too deep to be found. */
export function excerptOf(text: string, path: Path, firstLine: number): Excerpt | undefined {
  try {
    const place = placeOf(text, path);
    const [line, column] = lineAndColumn(text, place.offset, firstLine);
    const formatted = formattedOf(text);
    const shown = formatted === undefined ? around(text, place) : around(formatted, placeOf(formatted, path));
    return { line, column, ...place, ...shown, isFormatted: formatted !== undefined };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The text around an offset of a text that is not JSON. */
export function excerptAt(text: string, offset: number, firstLine: number): Excerpt {
  const place = { offset, length: Math.max(1, text.slice(offset).match(/^\S+/)?.[0].length ?? 1) };
  const [line, column] = lineAndColumn(text, offset, firstLine);
  return { line, column, ...place, ...around(text, place), isFormatted: false };
}

let lastFormatted: { text: string; formatted: string | undefined } | undefined;

/** JSON in lines, if the text has a line that is too long to show; undefined if it need not, or is too large. */
function formattedOf(text: string): string | undefined {
  if (lastFormatted?.text === text) return lastFormatted.formatted;
  const isWide = text.length <= LARGEST && text.split("\n").some((line) => line.length > LONGEST_LINE);
  const value = isWide ? jsonOf(text) : undefined;
  lastFormatted = { text, formatted: value === undefined ? undefined : JSON.stringify(value, null, 2) };
  return lastFormatted.formatted;
}

/** Of a missing value, the object that lacks it. */
function placeOf(text: string, path: Path): Place {
  const root = treeOf(text);
  for (let length = path.length; root && length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return { offset: node.offset, length: length === path.length ? node.length : 1 };
  }
  return { offset: 0, length: 1 };
}

const trees = new Map<string, Node | undefined>();

/** Kept for the next body, which may stand in the same document. */
function treeOf(text: string): Node | undefined {
  if (!trees.has(text)) {
    if (trees.size > 2) trees.clear();
    trees.set(text, parseTree(text, [], { disallowComments: true }));
  }
  return trees.get(text);
}

function lineAndColumn(text: string, offset: number, firstLine: number): [line: number, column: number] {
  let line = firstLine;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return [line, offset - text.lastIndexOf("\n", offset - 1)];
}

/** Whole lines before and after, or so many characters where lines are long. */
function around(text: string, { offset, length }: Place): Pick<Excerpt, "before" | "marked" | "after"> {
  const end = offset + Math.min(length, MARKED);
  const before = text
    .slice(Math.max(0, offset - LINES * LONGEST_LINE), offset)
    .split("\n")
    .slice(-LINES)
    .join("\n");
  const after = text
    .slice(end, end + LINES * LONGEST_LINE)
    .split("\n")
    .slice(0, LINES)
    .join("\n");
  return {
    before: before.includes("\n") ? before : before.slice(-AROUND),
    marked: text.slice(offset, end) || " ",
    after: after.includes("\n") ? after : after.slice(0, AROUND),
  };
}

import { jsonOf } from "../../json/text.js";
import { depthOf } from "./depth-of.js";
import type { Line } from "./lines.js";
import { MAX_BYTES, tooLong } from "./unreadable.js";

/** A JSON value among others, or what should be one. */
export interface Document {
  /** Its text, without what separates it from other values. */
  text: string;
  /** Number of its first line. */
  line: number;
  /** Undefined if the text is not JSON. */
  value: unknown;
  /** Number of its first line that is not UTF-8. */
  notUtf8?: number;
}

/**
 * Finds the JSON values of a stream: one on each line, or documents of many lines, one after the other. If the first
 * value is one line, each of the others is, too, so that a broken line is found where it is.
 *
 * @param take Called with each value, and with what is none.
 */
export function documentReader(oneByLine: boolean, take: (document: Document) => void) {
  let pending: Line[] = [];
  let depth = 0;
  let length = 0;
  let isFirst = true;

  function push(line: Line): void {
    if (pending.length === 0) {
      if (isBlank(line.text)) return;
      const value = jsonOf(line.text);
      if (value !== undefined || oneByLine) {
        oneByLine ||= isFirst;
        isFirst = false;
        take({ text: line.text, line: line.number, value, ...(!line.isUtf8 && { notUtf8: line.number }) });
        return;
      }
      isFirst = false;
      [depth, length] = [0, 0];
    }
    pending.push(line);
    depth += depthOf(line.text);
    length += line.text.length;
    if (length > MAX_BYTES) throw tooLong(pending[0]!.number);
    if (depth <= 0) end();
  }

  function end(): void {
    if (pending.length === 0) return;
    const document = documentOf(pending);
    const cut = pending;
    pending = [];
    // What never ends is a document that was cut off, or a line that was, with whole bodies on the lines after it.
    if (document.value === undefined && cut.slice(1).some(isWholeBody)) {
      oneByLine = true;
      for (const line of cut) push(line);
    } else take(document);
  }

  return { push, end };
}

function documentOf(lines: Line[]): Document {
  const text = lines.map(({ text }) => text).join("\n");
  const notUtf8 = lines.find(({ isUtf8 }) => !isUtf8)?.number;
  return { text, line: lines[0]!.number, value: jsonOf(text), ...(notUtf8 !== undefined && { notUtf8 }) };
}

function isBlank(text: string): boolean {
  return text === "" || text.trim() === "";
}

function isWholeBody({ text }: Line): boolean {
  return text.startsWith("{") && jsonOf(text) !== undefined;
}

import { jsonOf } from "../../json/text.js";
import { UsageError } from "../output/terminal.js";
import { depthOf } from "./depth-of.js";

/** Bytes that hold no value that can be read. */
export class UnreadableError extends UsageError {
  constructor(
    readonly source: string,
    readonly reason: string,
  ) {
    super(`${source}: ${reason}`);
  }
}

export interface Line {
  text: string;
  /** Counted from 1. */
  number: number;
}

/** More than any body or answer has; and a string of JavaScript holds no more than twice that. */
const MAX_BYTES = 256 * 1024 * 1024;

const NEWLINE = 10;

/** The lines of a stream of bytes, one by one. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      yield { text: decode([...parts, chunk.subarray(from, to)], name, number), number };
      parts = [];
      bytes = 0;
      from = to + 1;
      number++;
    }
    parts.push(chunk.subarray(from));
    bytes += chunk.length - from;
    if (bytes > MAX_BYTES) throw tooLong(name, number);
  }
  yield { text: decode(parts, name, number), number };
}

function decode(parts: Uint8Array[], name: string, number: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  } catch {
    throw new UnreadableError(`${name}:${number}`, "not UTF-8");
  }
}

interface JsonValue {
  value: unknown;
  /** The line on which it begins. */
  line: number;
  /** Its text, without what separates it from other values. */
  text: string;
}

/**
 * The JSON values of a stream: one on each line, or documents of many lines, one after the other.
 * If the first value is one line, each of the others is, too, so that a broken line is found where it is.
 */
export async function* readJsonValues(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<JsonValue> {
  let oneByLine = /\.(?:jsonl|ndjson)$/i.test(name);
  let pending: string[] = [];
  let start = 1;
  let depth = 0;
  let length = 0;
  for await (const { text, number } of readLines(chunks, name)) {
    if (pending.length === 0) {
      if (text.trim() === "") continue;
      const value = jsonOf(text);
      if (value !== undefined) {
        oneByLine = true;
        yield { value, line: number, text };
        continue;
      }
      if (oneByLine) throw notJson(name, number);
      [start, depth, length] = [number, 0, 0];
    }
    pending.push(text);
    depth += depthOf(text);
    length += text.length;
    if (length > MAX_BYTES) throw tooLong(name, start);
    if (depth > 0) continue;
    const document = pending.join("\n");
    const value = jsonOf(document);
    if (value === undefined) throw notJson(name, start);
    yield { value, line: start, text: document };
    pending = [];
  }
  if (pending.length > 0) throw notJson(name, start);
}

function notJson(name: string, line: number): UnreadableError {
  return new UnreadableError(`${name}:${line}`, "not JSON");
}

function tooLong(name: string, line: number): UnreadableError {
  return new UnreadableError(`${name}:${line}`, "a value of more than 256 MB; write one body on each line");
}

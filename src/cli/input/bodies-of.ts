import { adviceOnText, adviceOnValue } from "./advice.js";
import { bodiesIn } from "./bodies-in.js";
import { type Document, documentReader } from "./documents.js";
import { readLines } from "./lines.js";
import { faultOf } from "./place-of-fault.js";
import { UnreadableError } from "./unreadable.js";

/** A body, or why there is none. */
export type SourcedBody = Readable | Unreadable;

export interface Readable {
  /** Where it is: `file.json`, `file.jsonl:12`, `answer.json[3]`. */
  source: string;
  /** The parsed value; JSON text if that is a string. */
  body: unknown;
  /** The text of which it was parsed; undefined for a part of an array or of an answer. */
  text?: string;
  unreadable?: undefined;
  advice?: string;
}

export interface Unreadable {
  /** `file.jsonl:12:7` is line 12, column 7. */
  source: string;
  /** `not JSON: comma expected`, `not UTF-8`, `empty` and so on. */
  unreadable: string;
  /** What to do with a file that is plainly of another kind. */
  advice?: string;
}

/** Reads the bodies of a file's or a stream's bytes, some at a time. What cannot be read is among them. */
export type ReadBodies = (chunks: AsyncIterable<Uint8Array>, name: string) => AsyncGenerator<SourcedBody[]>;

export async function* bodiesOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<SourcedBody[]> {
  let found: SourcedBody[] = [];
  let isEmpty = true;
  const documents = documentReader(/\.(?:jsonl|ndjson)$/i.test(name), (document) => {
    isEmpty = false;
    for (const body of sourcedBodies(document, name)) found.push(body);
  });
  try {
    for await (const lines of readLines(chunks)) {
      for (const line of lines) documents.push(line);
      if (found.length > 0) yield found;
      found = [];
    }
    documents.end();
    if (isEmpty && /\.json$/i.test(name)) found.push({ source: name, unreadable: "empty" });
  } catch (error) {
    found.push(unreadableOf(error, name));
  }
  if (found.length > 0) yield found;
}

/** The row of a file or folder that cannot be read; a bug is thrown on. */
export function unreadableOf(error: unknown, name: string): Unreadable {
  if (error instanceof UnreadableError) {
    const { line, reason } = error;
    return { source: line === undefined ? name : `${name}:${line}`, unreadable: reason };
  }
  if (!(error instanceof Error && "syscall" in error)) throw error;
  return { source: name, unreadable: `cannot be read (${(error as NodeJS.ErrnoException).code})` };
}

function sourcedBodies(document: Document, name: string): SourcedBody[] {
  const { value, line, text, notUtf8 } = document;
  if (notUtf8 !== undefined) return [{ source: `${name}:${notUtf8}`, unreadable: "not UTF-8" }];
  if (value === undefined) return [notJson(document, name)];
  const source = line === 1 ? name : `${name}:${line}`;
  const advice = adviceOnValue(value);
  return bodiesIn(value).map(({ path, body, unreadable }) => {
    if (path.length === 0 && unreadable === undefined)
      return advice === undefined ? { source, body, text } : { source, body, text, advice };
    const at = source + path.map((key) => (typeof key === "number" ? `[${key}]` : "")).join("");
    return unreadable === undefined ? { source: at, body } : { source: at, unreadable };
  });
}

function notJson({ text, line }: Document, name: string): Unreadable {
  const fault = faultOf(text);
  const place = fault ? `${line + fault.line - 1}:${fault.column}` : line;
  const advice = adviceOnText(text);
  return {
    source: `${name}:${place}`,
    unreadable: fault ? `not JSON: ${fault.reason}` : "not JSON",
    ...(advice !== undefined && { advice }),
  };
}

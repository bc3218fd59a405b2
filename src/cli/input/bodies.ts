import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Terminal, UsageError } from "../output/terminal.js";
import { bodiesIn } from "./bodies-in.js";
import { readJsonValues, UnreadableError } from "./json-lines.js";

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
}

export interface Unreadable {
  source: string;
  /** `not JSON`, `not UTF-8`, `empty` and so on. */
  unreadable: string;
}

/** Reads the bodies of a file's or a stream's bytes. */
export type ReadBodies = (chunks: AsyncIterable<Uint8Array>, name: string) => AsyncGenerator<SourcedBody>;

/**
 * The bodies of files and folders, or of standard input: JSON, JSON lines, arrays of bodies, and answers to PULL
 * requests. They are read one by one, so that their number does not matter.
 */
export async function* readBodies(
  paths: readonly string[],
  terminal: Terminal,
  read: ReadBodies = bodiesOf,
): AsyncGenerator<SourcedBody> {
  if (paths.length === 0 && terminal.input.isTTY)
    throw new UsageError("no file given, and standard input is a terminal");
  for (const path of paths.length === 0 ? ["-"] : paths) {
    if (path === "-") yield* read(terminal.input, "-");
    else if (await isFolder(path)) yield* bodiesOfFolder(path, read);
    else yield* read(createReadStream(path), path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UsageError(`${path}: no such file or folder`) : error;
  });
  return stats.isDirectory();
}

/** A file that cannot be read does not keep the others from being read. */
async function* bodiesOfFolder(folder: string, read: ReadBodies): AsyncGenerator<SourcedBody> {
  let isEmpty = true;
  for await (const path of filesOf(folder)) {
    try {
      // Something else, such as a pipe, could be waited for without end.
      if (!(await stat(path)).isFile()) continue;
      isEmpty = false;
      yield* read(createReadStream(path), path);
    } catch (error) {
      isEmpty = false;
      yield unreadableOf(error, path);
    }
  }
  if (isEmpty) throw new UsageError(`${folder}: no .json, .jsonl or .ndjson file in it`);
}

function unreadableOf(error: unknown, path: string): Unreadable {
  if (error instanceof UnreadableError) return { source: error.source, unreadable: error.reason };
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { source: path, unreadable: `cannot be read (${code})` };
}

async function* filesOf(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, "en"))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else if (/\.(?:json|jsonl|ndjson)$/i.test(entry.name)) yield path;
  }
}

export async function* bodiesOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<SourcedBody> {
  let isEmpty = true;
  for await (const { value, line, text } of readJsonValues(chunks, name)) {
    isEmpty = false;
    const source = line === 1 ? name : `${name}:${line}`;
    for (const { path, body, unreadable } of bodiesIn(value)) {
      const at = source + path.map((key) => (typeof key === "number" ? `[${key}]` : "")).join("");
      if (unreadable !== undefined) yield { source: at, unreadable };
      else yield { source: at, body, ...(path.length === 0 && { text }) };
    }
  }
  if (isEmpty && /\.json$/i.test(name)) throw new UnreadableError(name, "empty");
}

import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { isObject } from "../parse/json-object.js";
import { readJsonValues } from "./json-lines.js";
import { type Terminal, UsageError } from "./terminal.js";

export interface SourcedBody {
  /** Where it is: `file.json`, `file.jsonl:12`, `answer.json[3]`. */
  source: string;
  /** The parsed value; JSON text if that is a string. */
  body: unknown;
}

/**
 * The bodies of files and folders, or of standard input: JSON, JSON lines, arrays of bodies, and answers to PULL
 * requests. They are read one by one, so that their number does not matter.
 */
export async function* readBodies(paths: readonly string[], terminal: Terminal): AsyncGenerator<SourcedBody> {
  if (paths.length === 0 && terminal.input.isTTY)
    throw new UsageError("no file given, and standard input is a terminal");
  for (const path of paths.length === 0 ? ["-"] : paths) {
    if (path === "-") yield* bodiesOf(terminal.input, "-");
    else if (await isFolder(path)) yield* bodiesOfFolder(path);
    else yield* bodiesOf(createReadStream(path), path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UsageError(`${path}: no such file or folder`) : error;
  });
  return stats.isDirectory();
}

async function* bodiesOfFolder(folder: string): AsyncGenerator<SourcedBody> {
  let isEmpty = true;
  for await (const path of filesOf(folder)) {
    isEmpty = false;
    yield* bodiesOf(createReadStream(path), path);
  }
  if (isEmpty) throw new UsageError(`${folder}: no .json, .jsonl or .ndjson file in it`);
}

async function* filesOf(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, "en"))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else if (/\.(?:json|jsonl|ndjson)$/i.test(entry.name)) yield path;
  }
}

async function* bodiesOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<SourcedBody> {
  for await (const { value, line } of readJsonValues(chunks, name)) {
    const source = line === 1 ? name : `${name}:${line}`;
    const many = Array.isArray(value) ? value.map(asBody) : pulledEvents(value);
    if (!many) yield { source, body: asBody(value) };
    else for (const [index, body] of many.entries()) yield { source: `${source}[${index}]`, body };
  }
}

/** A string is JSON text to the parser, so it is written as JSON again. */
function asBody(value: unknown): unknown {
  return typeof value === "string" ? JSON.stringify(value) : value;
}

/** The events of an answer to a PULL request, each an object or JSON text; undefined for any other value. */
function pulledEvents(value: unknown): unknown[] | undefined {
  if (!isObject(value)) return undefined;
  const { data, type } = value;
  if (isObject(data) && Array.isArray(data.events)) return data.events.map(eventOf);
  return type === "PullResult" ? [] : undefined;
}

function eventOf(entry: unknown): unknown {
  const event = isObject(entry) ? entry.event : undefined;
  try {
    return typeof event === "string" ? JSON.parse(event) : event;
  } catch {
    return event;
  }
}

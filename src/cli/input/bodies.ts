import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Terminal, UsageError } from "../output/terminal.js";
import { bodiesOf, type ReadBodies, type SourcedBody, type Unreadable, unreadableOf } from "./bodies-of.js";

/**
 * The bodies of files and folders, or of standard input: JSON, JSON lines, arrays of bodies, and answers to PULL
 * requests, some at a time, so that their number does not matter. What cannot be read is among them, and the rest is read.
 *
 * @param leaveOut Called for each file that a folder holds and that is not read.
 */
export async function* readBodies(
  paths: readonly string[],
  terminal: Terminal,
  leaveOut: () => void,
  read: ReadBodies = bodiesOf,
): AsyncGenerator<SourcedBody[]> {
  if (paths.length === 0 && terminal.input.isTTY)
    throw new UsageError("no file given, and standard input is a terminal");
  // Before the first is read: a misspelt name is found at once.
  const folders = await Promise.all(paths.map((path) => path !== "-" && isFolder(path)));
  for (const [index, path] of (paths.length === 0 ? ["-"] : paths).entries()) {
    if (path === "-") yield* read(terminal.input, "-");
    else if (folders[index]) yield* bodiesOfFolder(path, leaveOut, read);
    else yield* read(createReadStream(path), path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UsageError(`${path}: no such file or folder`) : error;
  });
  return stats.isDirectory();
}

async function* bodiesOfFolder(folder: string, leaveOut: () => void, read: ReadBodies): AsyncGenerator<SourcedBody[]> {
  let isEmpty = true;
  for await (const { path, unreadable, isLeftOut } of entriesOf(folder)) {
    if (isLeftOut) {
      leaveOut();
      continue;
    }
    isEmpty = false;
    if (unreadable) yield [unreadable];
    else yield* read(createReadStream(path), path);
  }
  if (isEmpty) yield [{ source: folder, unreadable: "no .json, .jsonl or .ndjson file in it" }];
}

interface Entry {
  path: string;
  unreadable?: Unreadable;
  isLeftOut?: boolean;
}

/** The files of a folder and of those in it, and what of them cannot be read. */
async function* entriesOf(folder: string): AsyncGenerator<Entry> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, "en"))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* entriesOf(path);
      else yield await fileEntryOf(path);
    }
  } catch (error) {
    yield { path: folder, unreadable: unreadableOf(error, folder) };
  }
}

async function fileEntryOf(path: string): Promise<Entry> {
  if (!/\.(?:json|jsonl|ndjson)$/i.test(path)) return { path, isLeftOut: true };
  try {
    // Something else, such as a pipe, could be waited for without end.
    return { path, isLeftOut: !(await stat(path)).isFile() };
  } catch (error) {
    return { path, unreadable: unreadableOf(error, path) };
  }
}

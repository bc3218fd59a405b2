/**
 * Compares schemas/ with those of the last release, or with those of the folder given, and fails if a breaking change
 * comes without a new major version. Before the first release it compares with the commit that this one starts from, and
 * lists what a reviewer must see: nobody relies on these schemas yet.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonSchema } from "../src/catalog/json-schema.js";
import { breakingChanges, documentChanges } from "./schema-compatibility/breaking-changes.js";
import { lastRelease } from "./schema-compatibility/last-release.js";
import { mergeBase } from "./schema-compatibility/merge-base.js";

const { name, version } = read("package.json");
const released = process.argv[2] ?? lastRelease(name!);
if (released) compareWithRelease(released);
else compareWithBase(mergeBase());

function compareWithBase(base: string | undefined): void {
  if (base === undefined) console.log(`${name} has no release yet, and no commit before: nothing to compare with`);
  else
    console.log(
      `${changesSince(base).length} breaking changes since the commit before; ${name} has no release yet, so they are allowed`,
    );
}

function changesSince(folder: string): string[] {
  const changes = compareFolders(join(folder, "schemas"), "schemas");
  for (const change of changes) console.log(change);
  return changes;
}

function compareWithRelease(released: string): void {
  const before = read(join(released, "package.json")).version!;
  const changes = changesSince(released);
  const newMajor = majorOf(before) !== majorOf(version!);
  const allowed = changes.length > 0 && newMajor ? ", in a new major version" : "";
  console.log(`${changes.length} breaking changes since ${before}${allowed}`);
  if (changes.length > 0 && !newMajor) process.exitCode = 1;
}

function compareFolders(before: string, after: string): string[] {
  const files = (readdirSync(before, { recursive: true }) as string[]).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => {
    if (!existsSync(join(after, file))) return [`${file}: gone`];
    const [was, is] = [read(join(before, file)), read(join(after, file))];
    const changes = "$schema" in was ? breakingChanges(was, is) : documentChanges(was, is);
    return changes.map((change) => `${file}${change}`);
  });
}

function read(file: string): JsonSchema & { name?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function majorOf(version: string): string | undefined {
  return version.split(".")[0];
}

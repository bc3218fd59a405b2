/**
 * Compares schemas/ with those of the last release, or with those of the folder given, and fails if a breaking change
 * comes without a new major version.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonSchema } from "../src/catalog/json-schema.js";
import { breakingChanges, documentChanges } from "./schema-compatibility/breaking-changes.js";
import { lastRelease } from "./schema-compatibility/last-release.js";

const { name, version } = read("package.json");
const released = process.argv[2] ?? lastRelease(name!);
if (released) compareWith(released);
else console.log(`${name} has no release yet: nothing to compare with`);

function compareWith(released: string): void {
  const before = read(join(released, "package.json")).version!;
  const changes = compareFolders(join(released, "schemas"), "schemas");
  for (const change of changes) console.log(change);

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

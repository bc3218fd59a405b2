import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";

/** A folder for the tests of a file, with the given files in it. */
export function folderOf(files: Record<string, string | Uint8Array>): (...path: string[]) => string {
  const folder = temporaryFolder("leanix-webhook-events-cli", afterAll);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return (...path) => join(folder, ...path);
}

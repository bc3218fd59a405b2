/**
 * Writes everything that follows from the zod schemas, and the list of all that the package exports. With `--check` it
 * fails if a committed file is stale, and writes only what is not committed; the list, which takes the compiler some
 * seconds, is then left to its test.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { entries } from "./entries.js";
import { type GeneratedFile, generatedFiles } from "./generate/files.js";
import { printPublicApi, publicApiFile } from "./generate/house/public-api.js";

const check = process.argv.includes("--check");
const changed = allFiles().filter(({ path, text }) => read(path) !== text);
const stale = changed.filter(({ committed }) => check && committed);

if (stale.length > 0) {
  console.error(`stale, run \`npm run generate\`:\n${stale.map(({ path }) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
} else {
  changed.forEach(write);
  console.log(`${changed.length} files written`);
  if (!check) write({ path: publicApiFile, text: printPublicApi(entries()), committed: true });
}

function allFiles(): GeneratedFile[] {
  try {
    return generatedFiles();
  } catch (error) {
    // A mistake in what is written by hand, such as an event without an example, has a message that says it all.
    if (Object.getPrototypeOf(error) !== Error.prototype) throw error;
    console.error((error as Error).message);
    process.exit(1);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function write({ path, text }: GeneratedFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

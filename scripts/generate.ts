/**
 * Writes everything that follows from the zod schemas. `--check` writes nothing and fails where a file is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles } from "./generate/files.js";

const check = process.argv.includes("--check");
const stale = generated().filter(([path, text]) => read(path) !== text);

if (check && stale.length > 0) {
  console.error(`stale, run \`npm run generate\`:\n${stale.map(([path]) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
} else {
  for (const [path, text] of stale) write(path, text);
  console.log(`${stale.length} files written`);
}

function generated(): [path: string, text: string][] {
  try {
    return generatedFiles();
  } catch (error) {
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

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

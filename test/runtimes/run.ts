/**
 * Takes the packed package through every runtime, and without zod through every package manager. Prints a table. What
 * cannot be installed here is skipped with a line.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "../../bench/markdown.js";
import { run } from "../package/run.js";
import { packageManagers, withoutZod } from "./package-managers.js";
import { type Runtime, runtimes } from "./runtimes.js";

const programs = "test/runtimes/programs";
/** Outside of this folder, whose packages would be found from within. */
const root = mkdtempSync(join(tmpdir(), "runtimes-"));
const folder = join(root, "consumer");
const rows: string[][] = [];
const failures: string[] = [];

run("npm", ["pack", "--silent", "--pack-destination", root]);
const tarball = join(root, readdirSync(root).find((file) => file.endsWith(".tgz"))!);
cpSync(programs, folder, { recursive: true });
writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true }\n');
install(tarball, "zod@^4");

for (const runtime of runtimes) await runAll(runtime);
for (const manager of packageManagers)
  await tried([manager.name, manager.version, "ESM, without zod"], () => withoutZod(manager, tarball, programs, root));

console.log(table(["runtime", "version", "program", "result"], rows));
rmSync(root, { recursive: true, force: true });
for (const failure of failures) console.error(failure);
console.log(`${rows.length - failures.length} passed, ${failures.length} failed`);
if (failures.length > 0) process.exitCode = 1;

async function runAll(runtime: Runtime): Promise<void> {
  const missing = runtime.missing?.() ?? problemOf(() => runtime.package && install(runtime.package));
  if (missing) return console.log(`${runtime.name}: skipped, ${missing.split("\n")[0]}`);
  const version = runtime.version(folder).trim();
  for (const [program, start] of Object.entries(runtime.programs))
    await tried([runtime.name, version, program], () => start(folder));
}

async function tried(cells: string[], start: () => string | Promise<string>): Promise<void> {
  try {
    const printed = (await start()).trim();
    if (!printed.endsWith("works")) throw new Error(`it printed: ${printed}`);
    rows.push([...cells, "works"]);
  } catch (error) {
    rows.push([...cells, "**fails**"]);
    failures.push(`FAILED ${cells.join(", ")}: ${error}`);
  }
}

function install(...packages: string[]): void {
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", ...packages], folder);
}

function problemOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * `npm run test:consumers [-- services]`: compiles the pages' snippets and the programs here, and runs them in frameworks,
 * against servers on loopback and in other tools; with --bench, times the receiver instead.
 */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { snippetsOf, writeSnippets } from "../docs/snippets.js";
import { install } from "./install.js";

const folder = "test/consumers";
const [named = ""] = process.argv.slice(2);
const pagesIn = (folder: string) => readdirSync(folder).map((page) => join(folder, page));

/** The pages whose snippets each folder runs. */
const pages = {
  frameworks: ["docs/receiving.md", ...pagesIn("docs/platforms")],
  services: pagesIn("docs/recipes"),
  ecosystem: ["docs/validators.md", ...pagesIn("docs/gateways")],
};

install();
for (const [name, files] of Object.entries(pages))
  writeSnippets(join(folder, name, "snippets"), files.flatMap(snippetsOf));
cpSync(join(folder, "services/handle.ts"), join(folder, "services/snippets/handle.ts"));

run(join(folder, "node_modules/typescript/bin/tsc"), "-p", folder);
if (named === "--bench") run("--import", "tsx", join(folder, "services/throughput.ts"));
else run("node_modules/vitest/vitest.mjs", "run", "--config", join(folder, "vitest.config.ts"), join(folder, named));

function run(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

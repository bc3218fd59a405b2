/** Compiles the recipes' code and runs it against servers on loopback; with --bench, times the receiver. */
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { install, succeeds } from "../consumer.js";
import { snippetsOf, writeSnippets } from "../docs/snippets.js";

const folder = "test/services";
const recipes = join(folder, "snippets");
const pages = readdirSync("docs/recipes").map((page) => join("docs/recipes", page));
const program = process.argv.includes("--bench")
  ? ["--import", "tsx", join(folder, "throughput.ts")]
  : ["node_modules/vitest/vitest.mjs", "run", "--config", join(folder, "vitest.config.ts")];

install(folder);
writeSnippets(recipes, pages.flatMap(snippetsOf));
cpSync(join(folder, "handle.ts"), join(recipes, "handle.ts"));
const compiled = succeeds(process.execPath, [join(folder, "node_modules/typescript/bin/tsc"), "-p", folder]);
process.exit(compiled && succeeds(process.execPath, program) ? 0 : 1);

/** The TypeScript in pages and doc comments, written to files so that it is compiled and run. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { entries } from "../../scripts/entries.js";

export interface Snippet {
  file: string;
  code: string;
}

/** The source of each entry, from a folder of .cache, by what it is imported as. */
const sourcePaths = Object.fromEntries(
  Object.entries(entries()).map(([name, source]) => [
    name === "index" ? "leanix-webhook-events" : `leanix-webhook-events/${name}`,
    [`../../${source}`],
  ]),
);

/** The blocks of a Markdown page, with titles or without. A first line `// name.ts` is a block's file name. */
export function snippetsOf(page: string): Snippet[] {
  const blocks = [...readFileSync(page, "utf8").matchAll(/^```ts(?: \[.*?\])?\n(.*?)^```$/gms)].map(
    ([, code]) => code!,
  );
  return blocks.map((code, index) => ({ file: nameOf(code) ?? `${basename(page, ".md")}-${index}.ts`, code }));
}

/** The examples in the doc comments of a module. */
export function examplesOf(module: string): Snippet[] {
  const comments = [...readFileSync(module, "utf8").matchAll(/^ \* ```ts\n(.*?)^ \* ```$/gms)].map(([, code]) => code!);
  const name = module.replace(/\W+/g, "-");
  return comments.map((code, index) => ({ file: `${name}-${index}.ts`, code: code.replace(/^ \* ?/gm, "") }));
}

/** Empties a folder, and writes the snippets to it. */
export function writeSnippets(folder: string, snippets: readonly Snippet[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of snippets) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
}

/** What the compiler says of the TypeScript in a folder of .cache. */
export function compile(folder: string, options: object = {}, include: readonly string[] = ["."]): string {
  const compilerOptions = { paths: sourcePaths, ...options };
  const config = { extends: "../../tsconfig.json", compilerOptions, include, exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = ["node_modules/typescript/bin/tsc", "-p", folder];
  return spawnSync(process.execPath, tsc, { encoding: "utf8" }).stdout;
}

function nameOf(code: string): string | undefined {
  return /^\/\/ ([\w-]+\.ts)$/m.exec(code.split("\n")[0]!)?.[1];
}

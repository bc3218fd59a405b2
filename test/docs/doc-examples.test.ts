import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, examplesOf, writeSnippets } from "./snippets.js";

const folder = ".cache/doc-examples";
const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const modules = files.map((file) => join("src", file));
const snippets = modules.flatMap(examplesOf);
const examples = modules.flatMap((module) => readFileSync(module, "utf8").match(/^ \* @example$/gm) ?? []);

test("the examples in the doc comments compile", () => {
  writeSnippets(folder, snippets);

  expect(compile(folder)).toBe("");
  expect(snippets).toHaveLength(examples.length);
});

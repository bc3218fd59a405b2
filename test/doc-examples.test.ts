import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examplesOf, writeSnippets } from "./snippets.js";

const folder = ".cache/doc-examples";
const modules = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const snippets = modules.flatMap((file) => examplesOf(join("src", file)));

test("the examples in the doc comments compile", { timeout: 60_000 }, () => {
  writeSnippets(folder, snippets);
  const paths = {
    "leanix-webhook-events": ["../../src/index.ts"],
    "leanix-webhook-events/receiver": ["../../src/receiver.ts"],
    "leanix-webhook-events/zod": ["../../src/zod.ts"],
  };
  const config = { extends: "../../tsconfig.json", compilerOptions: { paths }, include: ["."] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));

  const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", folder], {
    encoding: "utf8",
  });

  expect(stdout).toBe("");
  expect(snippets.length).toBeGreaterThanOrEqual(5);
});

/** The README's code is compiled against the built package, with `strict` and without, and run. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { snippetsOf, writeSnippets } from "./snippets.js";

const folder = ".cache/readme";
const snippets = snippetsOf("README.md");
writeSnippets(folder, snippets);

function node(...args: string[]) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, output: `${stdout}${stderr}` };
}

function run(file: string): string {
  const { status, output } = node("--import", "tsx", join(folder, file));
  expect(status, output).toBe(0);
  return output;
}

const resolutions = {
  nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
  node16: { module: "Node16", moduleResolution: "Node16" },
  bundler: { module: "ESNext", moduleResolution: "Bundler" },
};

test.each(
  Object.entries(resolutions).flatMap(([name, options]) => [true, false].map((strict) => ({ name, options, strict }))),
)("the README's code compiles: $name, strict $strict", ({ options, strict }) => {
  const compilerOptions = {
    ...options,
    strict,
    exactOptionalPropertyTypes: strict,
    paths: {},
    verbatimModuleSyntax: false,
  };
  const files = snippets.map(({ file }) => file);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", compilerOptions, include: [], files }),
  );

  const { status, output } = node("node_modules/typescript/bin/tsc", "-p", folder);

  expect(output).toBe("");
  expect(status).toBe(0);
});

test("the README's code runs", () => {
  expect(run("types.ts")).toMatch(/^\w+: \S/);
  expect(run("all-issues.ts")).toContain("workspaceId");
  expect(run("json-schema.ts")).toBe("true false\n");
});

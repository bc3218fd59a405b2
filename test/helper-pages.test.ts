/** The pages on the command line, tests, callbacks and PULL webhooks: their code compiles, and what can runs. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { snippetsOf, writeSnippets } from "./snippets.js";

const folder = ".cache/helper-pages";
const pages = ["cli", "testing", "callbacks", "pull"].map((page) => `docs/${page}.md`);
const entries = ["testing", "pull", "drift"].map((name) => [`leanix-webhook-events/${name}`, [`../../src/${name}.ts`]]);
const paths = {
  "leanix-webhook-events": ["../../src/index.ts"],
  ...Object.fromEntries(entries),
};

function node(...args: string[]): string {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") };
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return `${stdout}${stderr}`;
}

test("their code compiles, and that of the page on tests runs", { timeout: 60_000 }, () => {
  const snippets = pages.flatMap(snippetsOf);
  const callback = /^```js\n(.*?)^```$/ms.exec(readFileSync("docs/callbacks.md", "utf8"))![1]!;
  writeSnippets(
    folder,
    snippets.map(({ file, code }) => ({ file: file.replace(/ts$/, "mts"), code })),
  );
  writeFileSync(join(folder, "callback.js"), callback);
  // A reference to types is looked for in node_modules alone.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "leanix-webhook-events"), "junction");
  const compilerOptions = { paths, allowJs: true, checkJs: true, types: ["node"] };
  const config = { extends: "../../tsconfig.json", compilerOptions, include: ["*.mts", "callback.js"], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));

  expect(node("node_modules/typescript/bin/tsc", "-p", folder)).toBe("");
  expect(snippets).toHaveLength(3);
  expect(node("--import", "tsx", join(folder, "testing-0.mts"))).toBe("204 Billing\ntrue\n");
  const ran = node("dist/cli.js", "callback", join(folder, "callback.js"), "--event", "FACT_SHEET_UPDATED");
  expect(ran).toContain("sent as {text: string}");
});

test("the page on the command line names every command", () => {
  const page = readFileSync("docs/cli.md", "utf8");
  const commands = [...node("dist/cli.js", "--help").matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
  expect(commands.filter((name) => name !== "help" && !page.includes(`| \`${name}`))).toEqual([]);
  expect(commands.length).toBeGreaterThanOrEqual(9);
});

/** The first pages, and those on the command line, tests, callbacks and PULL webhooks: their code compiles, and what can runs. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compile, snippetsOf, writeSnippets } from "./snippets.js";

const folder = ".cache/helper-pages";
const snippets = ["index", "start", "cli", "testing", "pull"].map((page) => snippetsOf(`docs/${page}.md`));

function node(...args: string[]): string {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") };
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return `${stdout}${stderr}`;
}

test("their code compiles, and that of the page on tests runs", () => {
  const callback = /^```js\n(.*?)^```$/ms.exec(readFileSync("docs/callbacks.md", "utf8"))![1]!;
  writeSnippets(
    folder,
    snippets.flat().map(({ file, code }) => ({ file: file.replace(/ts$/, "mts"), code })),
  );
  writeFileSync(join(folder, "callback.js"), callback);
  // A reference to types is looked for in node_modules alone.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "leanix-webhook-events"), "junction");

  expect(compile(folder, { allowJs: true, checkJs: true }, ["*.mts", "callback.js"])).toBe("");
  expect(snippets).not.toContainEqual([]);
  expect(node("--import", "tsx", join(folder, "testing-0.mts"))).toBe("204 Billing\ntrue\n");
  const ran = node("dist/cli.js", "callback", join(folder, "callback.js"), "--event", "FACT_SHEET_UPDATED");
  expect(ran).toContain("sent as {text: string}");
});

test("the page on the command line names every command", () => {
  const [table = ""] = readFileSync("docs/cli.md", "utf8").split("\n## ");
  const named = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
  const commands = [...node("dist/cli.js", "--help").matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect([...named, "help"]).toEqual(commands);
});

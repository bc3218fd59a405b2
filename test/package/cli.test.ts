/** The installed command line on the oldest and the newest Node, which npm packages bring. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { run } from "./run.js";

const consumer = inject("consumer");
const installed = join(consumer, "node_modules", "leanix-webhook-events");
const binary = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const versions = ["20.19", "26"];

beforeAll(() => {
  const runtimes = versions.map((version) => `runtime-${version}@npm:${binary}@${version}`);
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--no-save", ...runtimes], consumer);
});

test("npx finds it", () => {
  expect(run("npx", ["--no", "leanix-webhook-events", "events"], consumer)).toContain("FACT_SHEET_CREATED");
});

test("it is not reached from the root entry", () => {
  const entry = join(installed, "dist");
  const script = `require(${JSON.stringify(join(entry, "index.cjs"))}); console.log(Object.keys(require.cache).join())`;
  expect(run(process.execPath, ["-e", script])).not.toMatch(/cli|commander/);
  expect(readdirSync(entry)).toContain("cli.js");
});

describe.each(versions)("on Node %s", (version) => {
  const path = join(
    consumer,
    "node_modules",
    `runtime-${version}`,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  const cli = (...args: string[]) => run(path, [join(installed, "dist", "cli.js"), ...args], consumer);
  const examples = join(installed, "examples", "payloads");

  test("it is that Node", () => {
    expect(run(path, ["--version"])).toMatch(new RegExp(`^v${version}\\.`));
  });

  test("every command that ends runs", () => {
    expect(cli("validate", examples)).toMatch(/\n\d+ ok, 0 unknown, 0 refused\n$/);
    expect(JSON.parse(cli("drift", examples, "--json"))).toEqual([]);
    expect(JSON.parse(cli("schema", "openapi")).openapi).toMatch(/^3/);
    expect(JSON.parse(cli("example", "COMMENT_CREATED")).type).toBe("CommentCreatedEvent");
    expect(JSON.parse(cli("events", "--json")).length).toBeGreaterThanOrEqual(34);
    expect(cli("callback", "--help")).toContain("not a sandbox");
  });
});

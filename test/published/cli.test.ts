/** The installed command line on the oldest and the newest Node, which npm packages bring. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { eventTypes } from "../../src/index.js";
import { run } from "./run.js";
import { nodeIn, nodes } from "./runtimes.js";

const consumer = inject("consumer");
const installed = join(consumer, "node_modules", "leanix-webhook-events");
test("npx finds it", () => {
  expect(run("npx", ["--no", "leanix-webhook-events", "events"], consumer)).toContain("FACT_SHEET_CREATED");
});

test("it is not reached from the root entry", () => {
  const entry = join(installed, "dist");
  const script = `require(${JSON.stringify(join(entry, "index.cjs"))}); console.log(Object.keys(require.cache).join())`;
  expect(run(process.execPath, ["-e", script])).not.toMatch(/cli|commander/);
  expect(readdirSync(entry)).toContain("cli.js");
});

describe.each([nodes[0], nodes.at(-1)!])("on Node %s", (version) => {
  const path = nodeIn(consumer, version);
  const file = join(installed, "dist", "cli.js");
  const options = { cwd: consumer, encoding: "utf8", timeout: 60_000 } as const;
  const cli = (...args: string[]) => run(path, [file, ...args], consumer);
  const examples = join(installed, "examples", "payloads");

  test("it is that Node", () => {
    expect(run(path, ["--version"])).toMatch(new RegExp(`^v${version}$`, "m"));
  });

  test("it ends with 1 for a body that is refused, and with 2 and one line for wrong use", () => {
    const refused = spawnSync(path, [file, "validate"], { ...options, input: '{"type":"FactSheetViewedEvent"}' });
    const wrong = spawnSync(path, [file, "validate", "nowhere.json"], options);
    const misspelt = spawnSync(path, [file, "send", "--too", "http://localhost/", "COMMENT_CREATED"], options);

    expect([refused.status, refused.stderr]).toEqual([1, ""]);
    expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([
      2,
      "",
      "error: nowhere.json: no such file or folder\n",
    ]);
    expect([misspelt.status, misspelt.stderr]).toEqual([2, "error: unknown option '--too' (Did you mean --to?)\n"]);
  });

  test("a reader that stops early is not an error", async () => {
    const child = spawn(path, [file, "events", "--json"], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.destroy();

    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("Ctrl-C ends listen", async () => {
    const listener = spawn(path, [file, "listen", "--port", "0"]);
    await once(listener.stdout, "data");
    listener.kill("SIGINT");

    const ended = await once(listener, "exit");
    if (process.platform !== "win32") expect(ended).toEqual([0, null]);
  });

  test("a callback has a second, and what it throws is not touched outside of it", () => {
    const code = join(consumer, "endless.js");
    for (const text of ["for (;;);", "throw { get stack() { for (;;); } };"]) {
      writeFileSync(code, text);
      const { status, stdout } = spawnSync(path, [file, "callback", code, "--event", "COMMENT_REPLY_ADDED"], options);
      const printed = /^fails: .+: COMMENT_REPLY_ADDED\nfails on 1 of 1 events: .+\n$/;
      expect([status, stdout]).toEqual([1, expect.stringMatching(printed)]);
    }
  });

  test("every command that ends runs", () => {
    expect(cli("validate", examples)).toMatch(/\n\d+ ok, 0 unknown, 0 refused\n$/);
    expect(JSON.parse(cli("drift", examples, "--json"))).toEqual([]);
    expect(JSON.parse(cli("schema", "openapi")).openapi).toMatch(/^3/);
    expect(JSON.parse(cli("example", "COMMENT_CREATED")).type).toBe("CommentCreatedEvent");
    expect(JSON.parse(cli("events", "--json"))).toHaveLength(eventTypes.length);
    expect(cli("callback", "--help")).toContain("not a sandbox");
  });
});

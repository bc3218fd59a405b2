/** The built file, as a shell runs it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, test } from "vitest";
import { exampleBody } from "../examples.js";
import { folderOf } from "./folder.js";

const options = { encoding: "utf8", timeout: 60_000 } as const;
const run = (...args: string[]) => spawnSync(process.execPath, ["dist/cli.js", ...args], options);

test("it prints, and ends with the exit code", () => {
  expect(run("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run("validate", "examples/payloads")).toMatchObject({ status: 0, stderr: "" });
  expect(run("validate", "package.json", "--fail-unknown").status).toBe(1);
  expect(run("valdate")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^error: .*\n$/) });
  expect(JSON.parse(run("example", "FACT_SHEET_VIEWED").stdout)).toEqual(exampleBody("fact-sheet-viewed"));
});

test("listen in one terminal, send in another", async () => {
  const listener = spawn(process.execPath, ["dist/cli.js", "listen", "--port", "0"]);
  const output = createInterface(listener.stdout)[Symbol.asyncIterator]();
  const url = ((await output.next()).value as string).replace("listening on ", "");

  const sent = run("send", "RELATION_CREATED", "--to", url);

  expect(sent).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^RELATION_CREATED: 204 No Content \(acknowledged\)/),
  });
  expect((await output.next()).value).toMatch(/ 204 {2}ok +RELATION_CREATED +sample +bare +\d+/);
  listener.kill("SIGINT");
  const [status] = await once(listener, "exit");
  if (process.platform !== "win32") expect(status).toBe(0);
});

test("Ctrl-C ends listen while a delivery that it passes on is not answered", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const to = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const listener = spawn(process.execPath, ["dist/cli.js", "listen", "--port", "0", "--forward", to]);
  const [line] = await once(createInterface(listener.stdout), "line");
  fetch((line as string).replace("listening on ", ""), { method: "POST", body: "{}" }).catch(() => {});
  await once(silent, "request");

  listener.kill("SIGINT");
  const [status] = await once(listener, "exit");

  silent.closeAllConnections();
  silent.close();
  if (process.platform !== "win32") expect(status).toBe(0);
});

test("a reader that stops early is not an error", async () => {
  const child = spawn(process.execPath, ["dist/cli.js", "events", "--json"]);
  child.stdout.destroy();
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));

  const [status] = await once(child, "exit");

  expect([status, errors]).toEqual([0, ""]);
});

test("a callback that ends the process is exit code 1", () => {
  const folder = folderOf({
    "exits.js": "import('x').catch((error) => error.constructor.constructor('return process')().exit(0));",
  });

  const { status, stderr } = run("callback", folder("exits.js"));

  expect([status, stderr]).toEqual([1, expect.stringMatching(/\nerror: the callback ended the process\n$/)]);
});

test.skipIf(!existsSync("/dev/full"))("an output that takes nothing is an error", () => {
  const full = openSync("/dev/full", "w");

  const { status, stderr } = spawnSync(process.execPath, ["dist/cli.js", "events"], {
    ...options,
    stdio: ["ignore", full, "pipe"],
  });

  closeSync(full);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: ENOSPC.*\n$/)]);
});

test.skipIf(process.platform === "win32")(
  "a disk that fills up leaves no part of a file that counts as a whole",
  () => {
    const folder = folderOf({});
    const command = `ulimit -f 8; exec "${process.execPath}" dist/cli.js schema webhook-payload > "${folder("schema.json")}"`;

    const { status, stderr } = spawnSync("bash", ["-c", command], options);

    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: EFBIG.*\n$/)]);
  },
);

describe("JSON lines are read in constant memory", () => {
  /** `CLI_MEGABYTES=1000 npx vitest run test/cli/spawned.test.ts` is the whole of what is promised. */
  const megabytes = Number(process.env.CLI_MEGABYTES ?? 80);
  const timeout = 60_000 + megabytes * 1000;
  const folder = folderOf({});
  const line = `${JSON.stringify(exampleBody("fact-sheet-updated"))}\n`;
  const count = Math.ceil((megabytes * 1e6) / line.length);

  beforeAll(() => {
    const file = openSync(folder("bodies.jsonl"), "w");
    for (let written = 0; written < count; written += 100) writeSync(file, line.repeat(Math.min(100, count - written)));
    closeSync(file);
  });

  /** Far less than the file, and less than what it would be parsed to. */
  const cli = ["--max-old-space-size=40", "dist/cli.js"];

  test("drift", { timeout }, () => {
    const args = [...cli, "drift", folder("bodies.jsonl")];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { ...options, timeout });

    expect([status, stdout, stderr]).toEqual([0, `0 findings in ${count} bodies\n`, ""]);
  });

  test("validate", { timeout }, () => {
    const rows = openSync(folder("rows"), "w");
    const args = [...cli, "validate", folder("bodies.jsonl")];
    const { status, stderr } = spawnSync(process.execPath, args, {
      ...options,
      timeout,
      stdio: ["ignore", rows, "pipe"],
    });

    closeSync(rows);
    expect([status, stderr]).toEqual([0, ""]);
    expect(readFileSync(folder("rows"), "utf8")).toMatch(new RegExp(`\\n${count} ok, 0 unknown, 0 refused\\n$`));
  });
});

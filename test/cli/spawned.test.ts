/** The built file, as a shell runs it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { exampleBody } from "../examples.js";

const options = { encoding: "utf8", timeout: 60_000 } as const;
const run = (...args: string[]) => spawnSync(process.execPath, ["dist/cli.js", ...args], options);

test("it prints, and ends with the exit code", () => {
  expect(run("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run("validate", "examples/payloads")).toMatchObject({ status: 0, stderr: "" });
  expect(run("validate", "package.json", "--fail-unknown").status).toBe(1);
  expect(run("valdate")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^error: .*\n$/) });
  expect(JSON.parse(run("example", "FACT_SHEET_VIEWED").stdout)).toEqual(exampleBody("fact-sheet-viewed"));
});

test("listen in one terminal, send in another", { timeout: 30_000 }, async () => {
  const listener = spawn(process.execPath, ["dist/cli.js", "listen", "--port", "0"]);
  const output = createInterface(listener.stdout)[Symbol.asyncIterator]();
  const url = ((await output.next()).value as string).replace("listening on ", "");

  const sent = run("send", "RELATION_CREATED", "--to", url);

  expect(sent).toMatchObject({ status: 0, stdout: expect.stringMatching(/^RELATION_CREATED: 204 No Content/) });
  expect((await output.next()).value).toMatch(/ 204 {2}ok +RELATION_CREATED +sample +bare +\d+/);
  listener.kill("SIGINT");
  const [status] = await once(listener, "exit");
  if (process.platform !== "win32") expect(status).toBe(0);
});

test("a reader that stops early is not an error", { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ["dist/cli.js", "events", "--json"]);
  child.stdout.destroy();
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += chunk));

  const [status] = await once(child, "exit");

  expect([status, errors]).toEqual([0, ""]);
});

test("JSON lines are read in constant memory", { timeout: 120_000 }, async () => {
  const line = `${JSON.stringify(exampleBody("fact-sheet-updated"))}\n`.repeat(100);
  const args = ["--max-old-space-size=48", "dist/cli.js", "drift", "--json"];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  for (let bytes = 0; bytes < 100_000_000; bytes += line.length)
    if (!child.stdin.write(line)) await once(child.stdin, "drain");
  child.stdin.end();

  const [status] = await once(child, "exit");

  expect([status, output]).toEqual([0, "[]\n"]);
});

/** What the page "After an outage" has you type does what it says, with a log and a receiver on the loopback. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createReceiver } from "../../src/receiver.js";
import { exampleBody } from "../examples.js";
import { failed, handled, type LogVendor, startLog } from "../log/log-vendor.js";
import { temporaryFolder } from "../temporary-folder.js";
import { compile, snippetsOf, writeSnippets } from "./snippets.js";

const page = readFileSync("docs/after-an-outage.md", "utf8");
const tsx = pathToFileURL(resolve("node_modules/tsx/dist/loader.mjs")).href;
const command = `"${process.execPath}" --import ${tsx} "${resolve("src/cli.ts")}"`;

let vendor: LogVendor;
let received: string[];
const { node } = createReceiver({
  authorization: { header: "secret" },
  handle: ({ type }) => void received.push(type),
});
const receiver = createServer(node);

beforeEach(async () => {
  const payloads = ["fact-sheet-archived", "comment-created"].map((name) => JSON.stringify(exampleBody(name)));
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  vendor = await startLog();
  vendor.rows = [
    handled("e3", 0, { payload: payloads[0], createdAt: minutesAgo(1) }),
    failed("e2", 0, { payload: payloads[1], createdAt: minutesAgo(2) }),
    failed("e1", 0, { payload: payloads[0], createdAt: minutesAgo(3) }),
  ];
  received = [];
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
});
afterEach(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await vendor.close();
});

/** The commands of a kind of block, as they are run here. */
function commandsIn(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, code]) => code!);
}

/** The commands of a workflow, each on one line. */
function runsIn(workflow: string): string[] {
  return [...workflow.matchAll(/- run: >-\n((?: {10}.*\n)+)/g)].map(([, lines]) => lines!.replaceAll(/\s+/g, " "));
}

async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { port } = receiver.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const shown = args.map((arg) =>
    arg
      .replaceAll(/npx (?:--yes )?leanix-webhook-events(?:@1)?/g, command)
      .replaceAll("https://example.leanix.net", vendor.url)
      .replaceAll("<id>", "'w 1'")
      .replaceAll("https://receiver.example.com/leanix", url)
      .replaceAll("export LEANIX_API_TOKEN=…\n", ""),
  );
  const child = spawn(program, shown, {
    cwd: env.TSX_TSCONFIG_PATH ? undefined : temporaryFolder("outage"),
    env: {
      ...process.env,
      LEANIX_URL: vendor.url,
      LEANIX_SUBSCRIPTION: "w 1",
      LEANIX_API_TOKEN: "s3cret",
      LEANIX_AUTHORIZATION: "secret",
      RECEIVER: url,
      ...env,
    },
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

const posix = test.skipIf(process.platform === "win32");
const lost = ["FACT_SHEET_ARCHIVED", "COMMENT_CREATED"];
const [first = "", down = "", some = "", kept = "", deactivated = "", cron = "", drift = ""] = commandsIn("sh");

posix("the first command lists what is lost, and sends nothing", async () => {
  const { code, output } = await run("bash", ["-c", first]);

  expect(code).toBe(0);
  expect(output.trim().split("\n")).toEqual([
    expect.stringMatching(/FACT_SHEET_ARCHIVED {9}FAILED {6}1 try {2}500, not handled: send it again$/),
    expect.stringMatching(/COMMENT_CREATED {13}FAILED/),
    "2 failed, 0 refused, 0 suppressed, 0 handled",
  ]);
  expect(received).toEqual([]);
});

posix.each([
  ["down", down, lost],
  ["some events", some, ["FACT_SHEET_ARCHIVED"]],
  ["kept", kept, lost],
  ["deactivated", deactivated, lost],
  ["cron", cron.replace('. "$HOME/.leanix"\n', ""), lost],
  ["workflow", runsIn(commandsIn("yaml")[0]!).join("\n"), lost],
])("what is lost is replayed, the oldest first: %s", async (_case, script, events) => {
  const { code, output } = await run("bash", ["-e", "-o", "pipefail", "-c", script]);

  expect({ code, received }, output).toEqual({ code: 0, received: events });
});

posix("drift reads the log", async () => {
  const { code, output } = await run("bash", ["-o", "pipefail", "-c", drift]);

  expect([code, output]).toEqual([0, expect.stringMatching(/^0 findings in 3 bodies/m)]);
});

test("the program replays what is lost, and counts what is left", async () => {
  const folder = ".cache/after-an-outage";
  writeSnippets(
    folder,
    snippetsOf("docs/after-an-outage.md").filter(({ file }) => file === "sweep.ts"),
  );
  expect(compile(folder)).toBe("");
  const { port } = receiver.address() as AddressInfo;
  const program = `
    import { sweep } from "./${folder}/sweep.ts";
    console.log(await sweep("http://127.0.0.1:${port}/", new Date(Date.now() - 150_000)));`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  const env = { TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") };

  expect(await run(process.execPath, args, env)).toEqual({ code: 0, output: "0\n" });
  expect(received).toEqual(["COMMENT_CREATED"]);
  const wrong = await run(process.execPath, args, { ...env, LEANIX_AUTHORIZATION: "another" });
  expect(wrong.output).toMatch(/e2 FAILED 401 .*\n1\n$/);
});

test("each kind of block was found", () => {
  expect(commandsIn("sh").every((code) => code.includes("npx leanix-webhook-events"))).toBe(true);
  expect(commandsIn("sh")).toHaveLength(7);
  expect(commandsIn("yaml")).toHaveLength(1);
});

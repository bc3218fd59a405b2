/** Runs the built command line and draws what a terminal shows of it: `npm run record` writes docs/cli.svg. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { examples } from "../src/examples.js";
import { drawTerminal } from "./record/terminal.js";

const cli = resolve("dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "record-"));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8" }).stdout;

const listener = spawn(process.execPath, [cli, "listen", "--port", "0"]);
const received: string[] = [];
const lines = createInterface(listener.stdout);
lines.on("line", (line) => received.push(line.replace(/^\d\d:\d\d:\d\d/, "09:15:00")));
await new Promise((resolve) => lines.once("line", resolve));
const url = received[0]!.replace("listening on ", "");
run("send", "FACT_SHEET_CREATED", "--to", url);
run("send", "RELATION_CREATED", "--wrapped", "--to", url);
const broken = { ...examples.FACT_SHEET_UPDATED, id: "42" };
writeFileSync(join(folder, "broken.json"), JSON.stringify(broken));
run("send", "broken.json", "--to", url);
await new Promise((resolve) => setTimeout(resolve, 200));
listener.kill();

writeFileSync(
  join(folder, "bodies.jsonl"),
  [examples.COMMENT_CREATED, { type: "NeverSeenEvent" }, broken].map((body) => JSON.stringify(body)).join("\n"),
);
const validated = run("validate", "bodies.jsonl").trimEnd().split("\n");
rmSync(folder, { recursive: true });

const svg = drawTerminal([
  "$ npx leanix-webhook-events listen",
  ...received.map((line) => line.replace(/:\d+\/$/, ":3000/")),
  "",
  "$ npx leanix-webhook-events validate bodies.jsonl",
  ...validated,
]);
writeFileSync("docs/cli.svg", svg);

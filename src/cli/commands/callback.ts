import { readFile, stat } from "node:fs/promises";
import { Script } from "node:vm";
import { Command } from "commander";
import { describe, isFailure, type Run, reportOf } from "../callback/report.js";
import { compile, runCallback } from "../callback/run.js";
import { type Example, examplesOf } from "../input/examples.js";
import { eventTypeOf } from "../input/names.js";
import { type MakeCommand, print, type Terminal, UsageError } from "../output/terminal.js";

const NOTICE = "The callback runs in node:vm, which is not a sandbox: run only code that you trust.";

/** Far longer than what anybody pastes into the field of a webhook. */
const MAX_BYTES = 1_000_000;

/** If so many examples take too long, and none before them ends, the others are left out. */
const MAX_TOO_LONG = 3;

export const callback: MakeCommand = (terminal, exit) =>
  new Command("callback")
    .description("Run a webhook's callback over the example bodies. Exit code 1 if it fails on one.")
    .argument("<file>", "the JavaScript of the callback")
    .option("--event <event>", "run it over the examples of one event")
    .addHelpText(
      "after",
      `
${NOTICE}

Examples:
  npx leanix-webhook-events callback callback.js
  npx leanix-webhook-events callback callback.js --event FACT_SHEET_UPDATED`,
    )
    .action(async (file: string, { event }: { event?: string }) => exit(await run(file, event, terminal)));

async function run(file: string, event: string | undefined, terminal: Terminal): Promise<number> {
  const examples = examplesOf(event === undefined ? undefined : eventTypeOf(event));
  const code = await readCode(file);
  const script = compile(code);
  if (!(script instanceof Script)) {
    await print(terminal, describe(script));
    return 1;
  }
  terminal.errors.write(`${NOTICE}\n`);
  const runs = await guarded(terminal, () => runAll(script, examples));
  for (const line of reportOf(runs, code, terminal)) await print(terminal, line);
  const leftOut = examples.length - runs.length;
  if (leftOut > 0) await print(terminal, `${leftOut} more examples are left out: none has ended in time`);
  return runs.some(({ outcome }) => isFailure(outcome)) ? 1 : 0;
}

/** The outcomes, without those that are left out. */
async function runAll(script: Script, examples: readonly Example[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const { type, body } of examples) {
    if (runs.length === MAX_TOO_LONG && runs.every(({ outcome }) => outcome.kind === "too long")) break;
    runs.push({ type, outcome: await runCallback(script, body) });
  }
  return runs;
}

/** Makes it a failure if a script ends the process, which no realm keeps from it for sure. */
async function guarded<Result>({ errors }: Terminal, work: () => Promise<Result>): Promise<Result> {
  const onExit = () => {
    process.exitCode = 1;
    errors.write("error: the callback ended the process\n");
  };
  process.on("exit", onExit);
  try {
    return await work();
  } finally {
    process.off("exit", onExit);
  }
}

async function readCode(file: string): Promise<string> {
  const stats = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UsageError(`${file}: no such file`) : error;
  });
  if (!stats.isFile()) throw new UsageError(`${file}: not a file`);
  if (stats.size > MAX_BYTES) throw new UsageError(`${file}: more than 1 MB`);
  return readFile(file, "utf8");
}

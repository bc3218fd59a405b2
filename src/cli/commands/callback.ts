import { readFile, stat } from "node:fs/promises";
import { Command } from "commander";
import { type Outcome, runCallback } from "../callback/run.js";
import { examplesOf } from "../input/examples.js";
import { eventTypeOf } from "../input/names.js";
import { colour, type MakeCommand, print, printable, type Terminal, UsageError } from "../output/terminal.js";

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
  terminal.errors.write(`${NOTICE}\n`);
  let failed = false;
  let tooLong = 0;
  for (const [index, { name, body }] of examples.entries()) {
    if (index === MAX_TOO_LONG && tooLong === index) {
      await print(terminal, `${examples.length - index} more are left out: none has ended in time`);
      break;
    }
    const outcome = await runCallback(code, body);
    failed ||= outcome.kind === "fails" || outcome.kind === "too long";
    if (outcome.kind === "too long") tooLong++;
    await print(terminal, `${name.padEnd(44)}  ${describe(outcome, terminal)}`);
  }
  return failed ? 1 : 0;
}

async function readCode(file: string): Promise<string> {
  const stats = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UsageError(`${file}: no such file`) : error;
  });
  if (!stats.isFile()) throw new UsageError(`${file}: not a file`);
  if (stats.size > MAX_BYTES) throw new UsageError(`${file}: more than 1 MB`);
  return readFile(file, "utf8");
}

function describe(outcome: Outcome, terminal: Terminal): string {
  switch (outcome.kind) {
    case "not sent":
      return colour(terminal, "yellow", "not sent");
    case "too long":
      return colour(terminal, "red", "fails: runs longer than a second");
    case "fails": {
      const { line, reason } = outcome;
      return colour(terminal, "red", `fails${line === undefined ? "" : ` at line ${line}`}: ${printable(reason)}`);
    }
    case "sent": {
      const { as, changed } = outcome;
      const others = changed.length === 0 ? "" : `, with another ${changed.join(" and ")}`;
      return `${colour(terminal, "green", "sent")} as ${printable(as)}${others}`;
    }
  }
}

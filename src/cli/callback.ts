import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { type Outcome, runCallback } from "./callback/run.js";
import { eventTypeOf } from "./names.js";
import { readExamples } from "./package-files.js";
import { colour, type MakeCommand, print, type Terminal, UsageError } from "./terminal.js";

const NOTICE = "The callback runs in node:vm, which is not a sandbox: run only code that you trust.";

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
  const type = event === undefined ? undefined : eventTypeOf(event);
  const code = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UsageError(`${file}: no such file`) : error;
  });
  terminal.errors.write(`${NOTICE}\n`);
  let failed = false;
  for (const example of await readExamples(type, terminal)) {
    const outcome = await runCallback(code, example.text);
    failed ||= outcome.kind === "fails";
    await print(terminal, `${example.file.replace(/\.json$/, "").padEnd(44)}  ${printOutcome(outcome, terminal)}`);
  }
  return failed ? 1 : 0;
}

function printOutcome(outcome: Outcome, terminal: Terminal): string {
  switch (outcome.kind) {
    case "not sent":
      return colour(terminal, "yellow", "not sent");
    case "fails":
      return colour(
        terminal,
        "red",
        `fails${outcome.line === undefined ? "" : ` at line ${outcome.line}`}: ${outcome.reason}`,
      );
    default:
      return `${colour(terminal, "green", "sent")} as ${outcome.as}`;
  }
}

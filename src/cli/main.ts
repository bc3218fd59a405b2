import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { callback } from "./commands/callback.js";
import { drift } from "./commands/drift.js";
import { events } from "./commands/events.js";
import { example } from "./commands/example.js";
import { listen } from "./commands/listen.js";
import { log } from "./commands/log.js";
import { schema } from "./commands/schema.js";
import { send } from "./commands/send.js";
import { validate } from "./commands/validate.js";
import { help } from "./output/help.js";
import { printable, type Terminal, UsageError } from "./output/terminal.js";

const WRONG_USE = 2;

/** Runs a command line and returns its exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const exit = (next: number) => {
    code = next;
  };
  const program = new Command("leanix-webhook-events")
    .description("Validates, sends and receives SAP LeanIX webhook events.")
    .version(versionOf(terminal), "-V, --version")
    .addHelpText("after", "\nleanix-webhook-events help <command> shows examples of a command.");
  for (const make of [validate, drift, send, log, listen, callback, schema, example, events])
    program.addCommand(make(terminal, exit));
  program.helpCommand(false).addCommand(help(program));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.errors.write(text),
      outputError: (text, write) => write(`${printable(text.trim().replaceAll("\n", " "))}\n`),
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
    if (!isExpected(error)) throw error;
    terminal.errors.write(`error: ${printable(error.message)}\n`);
    return WRONG_USE;
  }
}

/** A mistake of the user's or an error of the system, such as a file that cannot be read; anything else is a bug. */
function isExpected(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && "syscall" in error);
}

function versionOf({ root }: Terminal): string {
  return (JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { version: string }).version;
}

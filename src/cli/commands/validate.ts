import { Command } from "commander";
import { readBodies } from "../input/bodies.js";
import { startProgress } from "../output/progress.js";
import { printRow, type Row, rowOf } from "../output/row.js";
import { type MakeCommand, print, type Terminal } from "../output/terminal.js";

interface Options {
  json?: boolean;
  failUnknown?: boolean;
  values?: boolean;
}

export const validate: MakeCommand = (terminal, exit) =>
  new Command("validate")
    .description("Say which event each body is, and what is wrong with it. Exit code 1 if one is refused.")
    .argument(
      "[files...]",
      "JSON, JSON lines, answers to PULL requests, folders of these; standard input if none is given",
    )
    .option("--json", "print one array with an entry for each body")
    .option("--fail-unknown", "exit code 1 for an unknown event, too")
    .option("--values", "show the values of the bodies that are refused")
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events validate body.json
  npx leanix-webhook-events validate recorded/ --fail-unknown
  zcat bodies.jsonl.gz | npx leanix-webhook-events validate --json`,
    )
    .action(async (files: string[], options: Options) => exit(await run(files, options, terminal)));

async function run(files: string[], options: Options, terminal: Terminal): Promise<number> {
  const counts = { ok: 0, unknown: 0, refused: 0 };
  const progress = startProgress(terminal, { printsRows: true });
  const rows = options.json ? jsonRows(terminal) : textRows(terminal);
  try {
    for await (const sourced of readBodies(files, terminal)) {
      const row = rowOf(sourced, options.values === true);
      counts[row.result]++;
      progress.step();
      await rows.add(row, sourced.source);
    }
  } finally {
    progress.end();
    await rows.close();
  }
  const { ok, unknown, refused } = counts;
  if (!options.json) await print(terminal, `${ok} ok, ${unknown} unknown, ${refused} refused`);
  return refused > 0 || (options.failUnknown && unknown > 0) ? 1 : 0;
}

interface Rows {
  add(row: Row, source: string): Promise<void>;
  close(): Promise<void>;
}

function textRows(terminal: Terminal): Rows {
  return {
    add: (row, source) => print(terminal, printRow(row, source, terminal)),
    close: async () => {},
  };
}

/** An array that is written entry by entry. */
function jsonRows(terminal: Terminal): Rows {
  let separator = "[\n";
  return {
    add: async (row, source) => {
      await print(terminal, `${separator}  ${JSON.stringify({ source, ...row })}`);
      separator = ",";
    },
    close: () => print(terminal, separator === "," ? "]" : "[]"),
  };
}

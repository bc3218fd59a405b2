import { Command } from "commander";
import { readBodies } from "../input/bodies.js";
import { type EventNames, eventOption, isAskedFor } from "../input/event-filter.js";
import { collectAdvice } from "../output/advice.js";
import { startProgress } from "../output/progress.js";
import { printRow, type Row, rowOf } from "../output/row.js";
import { type MakeCommand, printableJson, type Terminal, write } from "../output/terminal.js";

interface Options {
  event?: EventNames;
  refused?: boolean;
  json?: boolean;
  failUnknown?: boolean;
  values?: boolean;
}

export const validate: MakeCommand = (terminal, exit) =>
  new Command("validate")
    .description(
      "Say which event each body is, and what is wrong with it. Exit code 1 if one is refused or cannot be read.",
    )
    .argument(
      "[files...]",
      "JSON, JSON lines, answers to PULL requests, folders of these; standard input if none is given",
    )
    .addOption(eventOption())
    .option("--refused", "print only the rows of bodies that are refused")
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
  const counts = { ok: 0, unknown: 0, refused: 0, leftOut: 0 };
  const progress = startProgress(terminal, { printsRows: true });
  const advice = collectAdvice(terminal);
  const rows = options.json ? jsonRows() : textRows(terminal);
  try {
    for await (const found of readBodies(files, terminal, () => counts.leftOut++)) {
      let text = "";
      for (const sourced of found) {
        const row = rowOf(sourced, options.values === true);
        if (!isAskedFor(options.event, row)) continue;
        counts[row.result]++;
        progress.step();
        advice.note(sourced);
        if (!options.refused || row.result === "refused") text += rows.print(row, sourced.source);
      }
      // In blocks: to wait for each row costs more than to make it.
      await write(terminal, text);
    }
  } finally {
    progress.end();
  }
  await write(terminal, rows.end);
  const sum = options.json ? terminal.errors : terminal.output;
  sum.write(`${printCounts(counts)}\n`);
  advice.print();
  return counts.refused > 0 || (options.failUnknown && counts.unknown > 0) ? 1 : 0;
}

function printCounts({ ok, unknown, refused, leftOut }: Record<Row["result"] | "leftOut", number>): string {
  const files = leftOut === 0 ? "" : `, ${leftOut} ${leftOut === 1 ? "file" : "files"} left out`;
  return `${ok} ok, ${unknown} unknown, ${refused} refused${files}`;
}

interface Rows {
  print(row: Row, source: string): string;
  /** What stands after the last row. */
  readonly end: string;
}

function textRows(terminal: Terminal): Rows {
  return { print: (row, source) => `${printRow(row, source, terminal)}\n`, end: "" };
}

/** An array that is written entry by entry. */
function jsonRows(): Rows {
  let rows = 0;
  return {
    print: (row, source) => `${rows++ === 0 ? "[" : ","}\n  ${printableJson({ source, ...row })}`,
    get end() {
      return rows === 0 ? "[]\n" : "\n]\n";
    },
  };
}

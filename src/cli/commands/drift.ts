import { Command } from "commander";
import { collectDrift, type DriftFinding } from "../../drift/collect.js";
import { readBodies } from "../input/bodies.js";
import { type EventNames, eventOption, isAskedFor } from "../input/event-filter.js";
import { collectAdvice } from "../output/advice.js";
import { columnsOf, fitted, indented } from "../output/fit.js";
import { startProgress } from "../output/progress.js";
import { type MakeCommand, print, printable, printableJson, type Terminal } from "../output/terminal.js";
import { verdictOf } from "../output/verdict.js";

interface Options {
  event?: EventNames;
  json?: boolean;
}

export const drift: MakeCommand = (terminal, exit) =>
  new Command("drift")
    .description(
      "Report what a workspace sends beyond the schemas. Values are described by their kind; nothing is sent anywhere.",
    )
    .argument(
      "[files...]",
      "JSON, JSON lines, answers to PULL requests, folders of these; standard input if none is given",
    )
    .addOption(eventOption())
    .option("--json", "print an array of the findings, to be pasted into an issue")
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events listen --record recorded
  npx leanix-webhook-events drift recorded
  npx leanix-webhook-events drift bodies.jsonl --json > drift.json`,
    )
    .action(async (files: string[], options: Options) => exit(await run(files, options, terminal)));

const NEXT = "add --json, read the report, and send it with the form Drift of this project's issues";

async function run(files: string[], { event, json }: Options, terminal: Terminal): Promise<number> {
  const collected = collectDrift();
  const progress = startProgress(terminal, { printsRows: false });
  const advice = collectAdvice(terminal);
  const counts = { bodies: 0, unreadable: 0, leftOut: 0 };
  try {
    for await (const found of readBodies(files, terminal, () => counts.leftOut++))
      for (const sourced of found) {
        advice.note(sourced);
        if (sourced.unreadable !== undefined) {
          counts.unreadable++;
          progress.end();
          terminal.errors.write(`not read: ${printable(`${sourced.source}: ${sourced.unreadable}`)}\n`);
        } else if (event === undefined || isAskedFor(event, verdictOf(sourced.body))) {
          collected.add(sourced.body);
          counts.bodies++;
          progress.step();
        }
      }
  } finally {
    progress.end();
  }
  const findings = collected.findings();
  if (json) await print(terminal, printableJson(findings, 2));
  else for (const line of table(findings, terminal)) await print(terminal, line);
  const sum = json ? terminal.errors : terminal.output;
  sum.write(`${printCounts(findings.length, counts)}\n`);
  if (findings.length > 0 && !json) await print(terminal, fitted("next", NEXT, terminal));
  advice.print();
  return counts.unreadable > 0 ? 1 : 0;
}

function printCounts(findings: number, counts: Record<"bodies" | "unreadable" | "leftOut", number>): string {
  const { bodies, unreadable, leftOut } = counts;
  return [
    `${counted(findings, "finding")} in ${counted(bodies, "body", "bodies")}`,
    ...(unreadable > 0 ? [`${unreadable} could not be read`] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, "file")} left out`] : []),
  ].join(", ");
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

function table(findings: DriftFinding[], terminal: Terminal): string[] {
  if (terminal.output.isTTY) return findings.map((finding) => onTerminal(finding, columnsOf(terminal)));
  const width = Math.max(...findings.map(({ path }) => path.length), 0);
  return findings.map(({ event, kind, path, seen, bodies }) =>
    [event.padEnd(26), kind.padEnd(13), (path || "-").padEnd(width), seen, `(${bodies})`].join("  "),
  );
}

function onTerminal({ event, kind, path, seen, bodies }: DriftFinding, columns: number): string {
  const head = `${event.padEnd(26)}  ${kind.padEnd(13)}  (${counted(bodies, "body", "bodies")})`;
  return `${head}\n${indented(path === "" ? seen : `${path}: ${seen}`, columns)}`;
}

import { Command } from "commander";
import { collectDrift, type DriftFinding } from "../../drift/collect.js";
import { readBodies } from "../input/bodies.js";
import { startProgress } from "../output/progress.js";
import { type MakeCommand, print, printable, type Terminal } from "../output/terminal.js";

export const drift: MakeCommand = (terminal, exit) =>
  new Command("drift")
    .description(
      "Report what a workspace sends beyond the schemas. Values are described by their kind; nothing is sent anywhere.",
    )
    .argument(
      "[files...]",
      "JSON, JSON lines, answers to PULL requests, folders of these; standard input if none is given",
    )
    .option("--json", "print an array of the findings, to be pasted into an issue")
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events listen --record recorded
  npx leanix-webhook-events drift recorded
  npx leanix-webhook-events drift bodies.jsonl --json > drift.json`,
    )
    .action(async (files: string[], { json }: { json?: boolean }) => exit(await run(files, json === true, terminal)));

async function run(files: string[], json: boolean, terminal: Terminal): Promise<number> {
  const collected = collectDrift();
  const progress = startProgress(terminal, { printsRows: false });
  let bodies = 0;
  try {
    for await (const sourced of readBodies(files, terminal)) {
      if (sourced.unreadable !== undefined) {
        terminal.errors.write(`skipped: ${printable(`${sourced.source}: ${sourced.unreadable}`)}\n`);
        continue;
      }
      collected.add(sourced.body);
      bodies++;
      progress.step();
    }
  } finally {
    progress.end();
  }
  const findings = collected.findings();
  if (json) await print(terminal, JSON.stringify(findings, null, 2));
  else for (const line of table(findings)) await print(terminal, line);
  if (!json) await print(terminal, `${findings.length} findings in ${bodies} bodies`);
  return 0;
}

function table(findings: DriftFinding[]): string[] {
  const width = Math.max(...findings.map(({ path }) => path.length), 0);
  return findings.map(({ event, kind, path, seen, bodies }) =>
    [event.padEnd(26), kind.padEnd(13), (path || "-").padEnd(width), seen, `(${bodies})`].join("  "),
  );
}

import { writeFileSync } from "node:fs";
import type { Row } from "./row.js";

const resultsFile = "test/languages/RESULTS.md";
const shownProblems = 10;

export function printReport(rows: Row[]): void {
  const inState = (state: Row["state"]) => rows.filter((row) => row.state === state).length;
  console.log(`\n${table(rows)}\n`);
  console.log(`${inState("passed")} passed, ${inState("failed")} failed, ${inState("skipped")} skipped`);
}

/** Before the other languages have run. */
export function printFailures(rows: Row[]): void {
  for (const row of rows.filter(({ state }) => state === "failed")) {
    for (const problem of row.problems.slice(0, shownProblems)) console.error(`FAILED ${titleOf(row)}: ${problem}`);
    const more = row.problems.length - shownProblems;
    if (more > 0) console.error(`FAILED ${titleOf(row)}: and ${more} more`);
  }
}

export function writeResults(rows: Row[]): void {
  const differences = rows.flatMap((row) =>
    row.knownDifferences.map(({ what, why }) => `- **${row.language}, ${row.tool}**: ${what}, because ${why}.`),
  );
  writeFileSync(
    resultsFile,
    `# Results of the languages' tools

Written by \`npm run test:languages\`; what is tested, and how, is in \`docs/languages.md\`.

${table(rows)}

## Known differences

What a tool does otherwise and no schema can change. One that is gone fails the run.

${[...new Set(differences)].join("\n")}
`,
  );
}

function table(rows: Row[]): string {
  const head = ["language", "tool", "version", "dialect", "bodies", "result"];
  const lines = rows.map(({ language, tool, version, dialect, bodies, result }) => [
    ...[language, tool, version, dialect],
    ...[bodies > 0 ? String(bodies) : "", result],
  ]);
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function titleOf({ language, tool, dialect }: Row): string {
  return [language, tool, dialect].filter(Boolean).join(" ");
}

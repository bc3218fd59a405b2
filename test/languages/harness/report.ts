import { writeFileSync } from "node:fs";
import { dialectNames } from "../../../src/catalog/dialects.js";
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

What the tools of other languages make of the JSON Schemas, the examples and the pages: versions, verdicts and known differences.
Written by \`npm run test:languages\`; the pages are under [Other languages](../../docs/languages.md).

${table(rows)}

## Known differences

What a tool does otherwise and no schema can change. One that is gone fails the run.

${[...new Set(differences)].join("\n")}

## What is tested

- **agree**: the validator says the same as zod of every body of a corpus (\`npm run corpus\`: each example, and the same with one fault or one
  harmless change; bare and wrapped, empty and unknown), for the schema of the event, of its category, and of what a webhook delivers.
- **answers as ours does**: the page's commands are typed in an empty folder, its files saved, and the receiver gets every example bare, wrapped and as text,
  every event with wrong fields, unknown and empty bodies, wrong secrets and bodies over the limit. It must answer, name and key each as this package's own
  receiver does, and write no value of a refused body. The schemas' address answers after a release; until then a server on this machine has the tarball.
- **openapi-generator**: its models of \`schemas/openapi.json\` compile, and each example is read by its event's model and written back.
- **round-tripped**: the types that the tool generates with its default options from every event's schema compile, have names that a person
  would choose, and read and write back every example, and a body with numbers beyond 32 bits, as the same JSON.
- A known difference is one that no schema can change. The results list each with its reason; another one, or one that is gone, fails the run.

The options that are given name the language, \`--src-lang schema\`, a package per event, and pydantic 2 for datamodel-code-generator. Tools that
name the body's type after a file get one called \`FactSheetCreatedPayload\`. jsonschema2pojo is run with its default options and with those of
its page, typify with the \`replace\` of its page.
`,
  );
}

/** A row for each tool, unless its results differ by dialect. */
export function table(rows: Pick<Row, "language" | "tool" | "version" | "dialect" | "bodies" | "result">[]): string {
  const head = ["language", "tool", "version", ...dialectNames, "bodies", "result"];
  const groups = new Map<string, string[]>();
  for (const { language, tool, version, dialect, bodies, result } of rows) {
    const key = JSON.stringify([language, tool, version, bodies > 0 ? String(bodies) : "", result]);
    groups.set(key, [...(groups.get(key) ?? []), ...dialect.split(", ")]);
  }
  const lines = [...groups].map(([key, dialects]) => {
    const [language, tool, version, bodies, result] = JSON.parse(key) as string[];
    return [
      language,
      tool,
      version,
      ...dialectNames.map((name) => (dialects.includes(name) ? "✓" : "")),
      bodies,
      result,
    ];
  });
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function titleOf({ language, tool, dialect }: Row): string {
  return [language, tool, dialect].filter(Boolean).join(" ");
}

/**
 * `npm run test:languages [-- Go Rust]`: validates the corpus, and reads and writes the examples, in every language whose
 * toolchain is installed. Prints a table; a run of every language also writes it into RESULTS.md.
 */
import { spawnSync } from "node:child_process";
import { type CorpusBody, writeCorpus } from "../../scripts/corpus/corpus.js";
import { contextOf } from "./harness/context.js";
import { type ExampleBody, writeExamples } from "./harness/examples.js";
import type { Language } from "./harness/language.js";
import { checkPage } from "./harness/page.js";
import { printFailures, printReport, writeResults } from "./harness/report.js";
import { roundTrip } from "./harness/round-trip.js";
import { noTool, type Row, rowOf, skippedRow } from "./harness/row.js";
import { copyEventSchemas } from "./harness/schemas.js";
import { validate } from "./harness/validate.js";
import { languages } from "./languages.js";
import { checkReceiver, ownAnswers } from "./receivers/check.js";
import { checkDownloads } from "./receivers/downloads.js";
import { servePackage } from "./receivers/package-server.js";
import { receivers } from "./receivers/receivers.js";

const wanted = process.argv.slice(2);
const corpus = writeCorpus();
const examples = writeExamples();
copyEventSchemas();
const rows: Row[] = [];
const chosen = languages.filter(({ name, isShared }) => isShared || isWanted(name));
for (const language of chosen) add(rowsOf(language, corpus, examples));
add(await receiverRows());
printReport(rows);
if (rows.some(({ state }) => state === "failed")) process.exitCode = 1;
else if (wanted.length === 0 && rows.every(({ state }) => state === "passed")) writeResults(rows);

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

function add(found: Row[]): void {
  printFailures(found);
  rows.push(...found);
}

async function receiverRows(): Promise<Row[]> {
  const chosen = receivers.filter(({ language }) => isWanted(language));
  if (chosen.length === 0) return [];
  const served = await servePackage();
  const answers = await ownAnswers();
  const checked = [await checkDownloads(served.url)];
  for (const receiver of chosen) checked.push(await checkReceiver(receiver, served.url, answers));
  served.close();
  return checked;
}

function rowsOf(language: Language, corpus: CorpusBody[], examples: ExampleBody[]): Row[] {
  const missing = Object.keys(language.toolchain).find((tool) => !succeeds(language.toolchain[tool]!));
  if (missing) {
    console.log(`${language.folder}: skipped, no ${missing}`);
    return [skippedRow(language, `no ${missing}`)];
  }
  const started = Date.now();
  const context = contextOf(language);
  const built = rowOf(language, noTool, "", () => {
    language.prepare(context);
    return { result: "built" };
  });
  if (built.state === "failed") return [{ ...built, result: "not built" }];
  if (!isWanted(language.name)) return [];
  const rows = [
    ...(language.validators?.(context) ?? []).flatMap((validator) =>
      validator.dialects.map((dialect) => validate(language, validator, dialect, context, corpus)),
    ),
    ...(language.types?.(context) ?? []).map((types) => roundTrip(language, types, context, examples)),
    ...(language.page ? [checkPage(language, language.page, context)] : []),
    ...(language.others?.(context) ?? []),
  ];
  console.log(`${language.folder}: done in ${Math.round((Date.now() - started) / 1000)} s`);
  return rows;
}

function succeeds([command, ...options]: string[]): boolean {
  return spawnSync(command!, options).status === 0;
}

/**
 * `npm run test:languages [-- Go Rust]`: validates the corpus, and reads and writes the examples, in every language whose
 * toolchain is there. Prints a table; without names of languages it also writes the table into docs/languages.md.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readExamples } from "../../scripts/corpus/examples.js";
import { type CorpusBody, corpusFile, writeCorpus } from "../../scripts/corpus.js";
import type { EventType } from "../../src/index.js";
import { payloadSchemas } from "../../src/zod.js";
import { documents } from "./documents.js";
import { go } from "./go/language.js";
import { differences, differentFiles, disagreements, poorNames } from "./harness/check.js";
import { generatedOnly } from "./harness/generated-only.js";
import { type KnownDifference, knownDifferences } from "./harness/known-differences.js";
import {
  both,
  type Context,
  type Dialect,
  type Event,
  type Language,
  type Page,
  type Types,
  type Validator,
} from "./harness/language.js";
import { printTable, type Row, writeTable } from "./harness/table.js";
import { java } from "./java/language.js";
import { javascript } from "./javascript/language.js";
import { pythonLanguage } from "./python/language.js";
import { rust } from "./rust/language.js";

interface TypedBody extends Event {
  body: unknown;
}

const root = resolve(".cache/languages");
const examplesFile = resolve(".cache/corpus/examples.jsonl");
const needed = new Set<KnownDifference>();
const problems: string[] = [];
const rows: Row[] = [];
const wanted = process.argv.slice(2);

try {
  const corpus = writeCorpus();
  const events = copySchemas();
  const examples = writeExamples(events);
  for (const language of [javascript, pythonLanguage, go, rust, java, ...generatedOnly])
    if (language === javascript || wanted.length === 0 || wanted.includes(language.name))
      test(language, corpus, examples, events);
  checkKnownDifferences();
} catch (error) {
  problems.push((error as Error).message);
}

console.log(`\n${printTable(rows)}\n`);
for (const problem of problems) console.error(`FAILED ${problem}`);
const skipped = rows.filter(({ result }) => result.startsWith("skipped"));
const failed = rows.filter((row) => row.failed);
console.log(
  `${rows.length - failed.length - skipped.length} passed, ${Math.max(failed.length, problems.length)} failed, ${skipped.length} skipped`,
);
if (problems.length > 0) process.exitCode = 1;
else if (wanted.length === 0 && skipped.length === 0) writeTable(rows);

function test(language: Language, corpus: CorpusBody[], examples: TypedBody[], events: Event[]): void {
  const missing = language.toolchain.find(([command, ...options]) => spawnSync(command!, options).status !== 0);
  if (missing) {
    console.log(`${language.name}: skipped, ${missing[0]} is not installed`);
    rows.push({
      language: language.name,
      tool: "",
      version: "",
      dialect: "",
      bodies: 0,
      result: `skipped: no ${missing[0]}`,
    });
    return;
  }
  const started = Date.now();
  const context = contextOf(language, events);
  try {
    language.prepare(context);
  } catch (error) {
    fail(language.name, "", "", "not built", (error as Error).message);
    return;
  }
  for (const validator of language.validators?.(context) ?? [])
    for (const dialect of validator.dialects) validate(language, validator, dialect, context, corpus);
  for (const types of language.types(context)) readAndWrite(language, types, context, examples);
  if (language.page) checkPage(language, language.page, context);
  if (language === javascript) rows.push(...documents(context, problems));
  console.log(`${language.name}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function validate(
  language: Language,
  { tool, version, command }: Validator,
  dialect: Dialect,
  context: Context,
  corpus: CorpusBody[],
): void {
  const at = { language: language.name, tool, version, dialect, bodies: corpus.length };
  try {
    const output = context.run(...command(dialect), context.schemas(dialect), resolve(corpusFile));
    const all = disagreements(output, corpus);
    const open = all.filter(({ body }) => !isKnown(language, tool, "body", body));
    const checked = corpus.reduce((sum, { verdicts }) => sum + Object.keys(verdicts).length, 0);
    rows.push({
      ...at,
      failed: open.length > 0,
      result: `${agreement(checked - open.length, checked)}${all.length > open.length ? `, but for ${all.length - open.length} known` : ""}`,
    });
    for (const { body, schema, expected } of open.slice(0, 10))
      problems.push(
        `${language.name} ${tool} ${dialect} ${schema}: zod says ${expected ? "valid" : "invalid"} of "${body}"`,
      );
    if (open.length > 10) problems.push(`${language.name} ${tool} ${dialect}: and ${open.length - 10} more`);
  } catch (error) {
    fail(language.name, tool, dialect, "not run", (error as Error).message);
  }
}

function agreement(equal: number, all: number): string {
  return equal === all ? "100 % agree" : `${((equal / all) * 100).toFixed(2)} % agree`;
}

function readAndWrite(language: Language, types: Types, context: Context, examples: TypedBody[]): void {
  const { tool, version, folders, roundTrip } = types;
  const dialect = Object.keys(folders).join(", ");
  try {
    const [first, second] = Object.values(folders).map((folder) => join(context.work, folder));
    const found: string[] = second
      ? differentFiles(first!, second).map((file) => `${file} is not the same from both dialects`)
      : [];
    found.push(
      ...poorNames(first!)
        .filter((name) => !isKnown(language, tool, "name", name))
        .map((name) => `a type is called ${name}`),
    );
    if (roundTrip) {
      const written = context
        .run(...roundTrip)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown);
      const lost = examples.flatMap(({ module, body }, index) => [
        ...differences(body, written[index], module),
        ...(isValid(module, written[index]) ? [] : [`${module}: comes back invalid`]),
      ]);
      found.push(...lost.filter((text) => !isKnown(language, tool, "value", text)));
    }
    const losses = known(language, tool, "value").map(({ what }) => what);
    rows.push({
      language: language.name,
      tool,
      version,
      dialect,
      bodies: roundTrip ? examples.length : 0,
      failed: found.length > 0,
      result:
        found.length > 0
          ? "failed"
          : roundTrip
            ? `compiled, round-tripped${losses.length > 0 ? `, but ${losses.join("; ")}` : ""}`
            : "generated, not compiled",
    });
    for (const problem of found.slice(0, 10)) problems.push(`${language.name} ${tool}: ${problem}`);
    if (found.length > 10) problems.push(`${language.name} ${tool}: and ${found.length - 10} more`);
  } catch (error) {
    fail(language.name, tool, dialect, "not run", (error as Error).message);
  }
}

function isValid(module: string, body: unknown): boolean {
  return payloadSchemas[module.toUpperCase() as EventType].safeParse(body).success;
}

/** The page shows the program as it is run here, and the program works. */
function checkPage(language: Language, { page, source, command }: Page, { runOn, work }: Context): void {
  const body = readFileSync("examples/payloads/fact-sheet-created.json", "utf8");
  const { displayName } = JSON.parse(body).factSheet as { displayName: string };
  try {
    if (!readFileSync(`docs/languages/${page}`, "utf8").includes(readFileSync(join(work, source), "utf8").trimEnd()))
      problems.push(`docs/languages/${page}: shows another program than ${source}`);
    const printed = runOn(body, ...command).trim();
    if (printed !== displayName) problems.push(`${language.name} ${source}: prints ${printed}, not ${displayName}`);
    if (accepts(() => runOn(body.replace('"factSheet"', '"other"'), ...command)))
      problems.push(`${language.name} ${source}: takes a body without its fact sheet`);
  } catch (error) {
    problems.push(`${language.name} ${source}: ${(error as Error).message}`);
  }
}

function accepts(program: () => void): boolean {
  try {
    program();
    return true;
  } catch {
    return false;
  }
}

function fail(language: string, tool: string, dialect: string, result: string, problem: string): void {
  rows.push({ language, tool, version: "", dialect, bodies: 0, failed: true, result });
  problems.push(`${language} ${tool}: ${problem}`);
}

function known({ name }: Language, tool: string, kind: "body" | "name" | "value"): KnownDifference[] {
  return knownDifferences.filter((known) => known.language === name && known.tool === tool && known[kind]);
}

function isKnown(language: Language, tool: string, kind: "body" | "name" | "value", text: string): boolean {
  const difference = known(language, tool, kind).find((known) => known[kind]!.test(text));
  if (difference) needed.add(difference);
  return difference !== undefined;
}

function checkKnownDifferences(): void {
  const tested = new Set(rows.filter(({ failed }) => !failed).map(({ language, tool }) => `${language} ${tool}`));
  for (const difference of knownDifferences) {
    const tool = `${difference.language} ${difference.tool}`;
    if (tested.has(tool) && !needed.has(difference)) problems.push(`${tool}: no longer so: ${difference.what}`);
  }
}

/** Every example, and one whose numbers need more than 32 bits. */
function writeExamples(events: Event[]): TypedBody[] {
  const examples = readExamples("examples/payloads").map(({ eventType, body }) => {
    const event = events.find(({ module }) => module === eventType.toLowerCase())!;
    return { ...event, body: body as object };
  });
  const created = examples.find(({ type }) => type === "FactSheetCreatedPayload")!;
  examples.push({ ...created, body: { ...created.body, id: 2 ** 40, transactionSequenceNumber: 2 ** 40 } });
  writeFileSync(examplesFile, examples.map((example) => `${JSON.stringify(example)}\n`).join(""));
  return examples;
}

/** The schemas of single events are those that are one object. */
function copySchemas(): Event[] {
  const events = new Map<string, Event>();
  for (const dialect of both) {
    rmSync(eventSchemas(dialect), { recursive: true, force: true });
    for (const file of readdirSync(`schemas/${dialect}`)) {
      const schema = readSchema(`schemas/${dialect}/${file}`);
      if (schema.type !== "object") continue;
      const event = { module: file.replace(".json", "").replaceAll("-", "_"), type: schema.title };
      events.set(event.module, event);
      cpSync(`schemas/${dialect}/${file}`, join(eventSchemas(dialect), event.module, `${event.type}.json`));
    }
  }
  return [...events.values()];
}

function eventSchemas(dialect: Dialect): string {
  return join(root, "schemas", dialect);
}

function readSchema(file: string): { title: string; type?: string } {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function contextOf(language: Language, events: Event[]): Context {
  const folder = language.name === "TypeScript" ? "javascript" : language.name.toLowerCase().replace("#", "sharp");
  const work = join(root, folder);
  for (const generated of [
    "generated",
    "draft-07",
    "types",
    "quicktype_types",
    "pydantic_types",
    "src",
    "schemas",
    "target/generated-sources",
  ])
    rmSync(join(work, generated), { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  if (existsSync(`test/languages/${folder}`)) cpSync(`test/languages/${folder}`, work, { recursive: true });
  const run = (...command: string[]) => runIn(work, command);
  const runOn = (input: string, ...command: string[]) => runIn(work, command, input);
  const copyPageSchema = (dialect: Dialect, file = "fact-sheet-created.json") =>
    cpSync(`schemas/${dialect}/fact-sheet-created.json`, join(work, file));
  return {
    work,
    events,
    run,
    runOn,
    copyPageSchema,
    examples: examplesFile,
    schemas: (dialect) => resolve("schemas", dialect),
    eventSchemas,
    quicktype: (name, dialect, out) =>
      runIn(join(root, "javascript"), ["node", "quicktype.mjs", name, eventSchemas(dialect), join(work, out)]),
    pinned: (manifest, name) => {
      const text = `\n${readFileSync(join("test/languages", folder, manifest), "utf8")}`;
      return text.slice(text.indexOf(name) + name.length).match(/[0-9]+\.[0-9]+[\w.-]*/)![0];
    },
  };
}

function runIn(work: string, [command, ...options]: string[], input = ""): string {
  const { status, stdout, stderr, error } = spawnSync(command!, options, {
    cwd: work,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0)
    throw new Error(
      `${command} ${options.slice(0, 3).join(" ")}: ${error?.message ?? `${stdout.slice(-1500)}\n${stderr.slice(-3000)}`}`,
    );
  return stdout;
}

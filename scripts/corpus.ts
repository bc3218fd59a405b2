/**
 * Writes .cache/corpus/corpus.jsonl: every example body and single-fault mutations of it, one a line, each with what
 * zod says of it. Validators of other languages must say the same. The same input gives the same corpus.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { eventCatalogue, safeParseWebhookEvent } from "../src/index.js";
import { payloadSchemas } from "../src/zod.js";
import { type Example, readExamples } from "./corpus/examples.js";
import { mutations } from "./corpus/mutations.js";

export interface CorpusBody {
  name: string;
  /** By name of the schema: whether the body is valid. */
  verdicts: Record<string, boolean>;
  body: unknown;
}

export const corpusFile = ".cache/corpus/corpus.jsonl";
const mutationsPerExample = 40;

export function corpus(examples: Example[]): CorpusBody[] {
  const seen = new Set<string>();
  const bodies: CorpusBody[] = [];
  for (const { name, eventType, body } of examples) {
    const mutated = mutations(name, body).map((mutation) => ({
      name: `${name}: ${mutation.name}`,
      body: mutation.body,
    }));
    let left = mutationsPerExample;
    for (const candidate of [{ name, body }, ...mutated]) {
      const text = JSON.stringify(candidate.body);
      if (left < 0 || seen.has(`${eventType} ${text}`)) continue;
      seen.add(`${eventType} ${text}`);
      bodies.push({ name: candidate.name, verdicts: verdicts(eventType, JSON.parse(text)), body: candidate.body });
      left--;
    }
  }
  return bodies;
}

function verdicts(eventType: Example["eventType"], body: unknown): Record<string, boolean> {
  const { category } = eventCatalogue[eventType];
  const parsed = safeParseWebhookEvent(body);
  const type = parsed.success ? parsed.data.type : "UNKNOWN";
  return {
    [kebabCase(eventType)]: payloadSchemas[eventType].safeParse(body).success,
    [category]: type !== "UNKNOWN" && eventCatalogue[type].category === category,
    "webhook-payload": parsed.success,
  };
}

function kebabCase(eventType: string): string {
  return eventType.toLowerCase().replaceAll("_", "-");
}

export function writeCorpus(): CorpusBody[] {
  const examples = readExamples("examples/payloads");
  for (const { file, eventType, body } of examples)
    if (!payloadSchemas[eventType].safeParse(body).success) throw new Error(`${file}: not a valid ${eventType} body`);
  const bodies = corpus(examples);
  mkdirSync(dirname(corpusFile), { recursive: true });
  writeFileSync(corpusFile, bodies.map((body) => `${JSON.stringify(body)}\n`).join(""));
  return bodies;
}

/** The corpus as it was last written. */
export function readCorpus(): CorpusBody[] {
  return readFileSync(corpusFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as CorpusBody);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const bodies = writeCorpus();
    const valid = bodies.filter(({ verdicts }) => verdicts["webhook-payload"]).length;
    console.log(`${corpusFile}: ${bodies.length} bodies, ${valid} of them valid`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

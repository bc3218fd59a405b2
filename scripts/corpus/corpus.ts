/** Bodies with the verdict of zod and the parser; validators of other languages must say the same. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { kebabCase } from "../../src/catalog/names.js";
import { type EventType, eventCatalog, eventTypes, safeParseWebhookEvent } from "../../src/index.js";
import { payloadSchemas } from "../../src/zod.js";
import { type Example, readExamples } from "../examples.js";
import { mutations } from "./mutations.js";

export interface CorpusBody {
  name: string;
  /** By name of the schema: whether the body is valid. */
  verdicts: Record<string, boolean>;
  body: unknown;
}

export const corpusFile = ".cache/corpus/corpus.jsonl";
const mutationsPerExample = 40;
const wrappedOneIn = 6;

/** Writes the corpus, one body a line. The same examples give the same corpus. */
export function writeCorpus(): CorpusBody[] {
  const examples = readExamples(eventTypes);
  for (const { file, eventType, body } of examples)
    if (!isValid(eventType, body)) throw new Error(`${file}: not a valid ${eventType} body`);
  const bare = corpus(examples);
  const bodies = [...bare, ...wrapped(bare), ...unknownBodies()];
  mkdirSync(dirname(corpusFile), { recursive: true });
  writeFileSync(corpusFile, bodies.map((body) => `${JSON.stringify(body)}\n`).join(""));
  return bodies;
}

/** Each example and its mutations, bare. */
export function corpus(examples: Example[]): CorpusBody[] {
  const seen = new Set<string>();
  return examples.flatMap(({ name, eventType, body }) => {
    const mutated = mutations(name, body).map((mutation) => ({ ...mutation, name: `${name}: ${mutation.name}` }));
    const distinct = [{ name, body }, ...mutated].filter((candidate) => {
      const text = `${eventType} ${JSON.stringify(candidate.body)}`;
      return !seen.has(text) && seen.add(text);
    });
    return distinct.slice(0, 1 + mutationsPerExample).map((candidate) => bareBody(eventType as EventType, candidate));
  });
}

function wrapped(bare: CorpusBody[]): CorpusBody[] {
  return bare
    .filter((_, index) => index % wrappedOneIn === 0)
    .map((body, index) => wrappedBody(body, envelopes[index % envelopes.length]!));
}

type Named = Pick<CorpusBody, "name" | "body">;

function bareBody(eventType: EventType, { name, body }: Named): CorpusBody {
  const { category } = eventCatalog[eventType];
  const parsed = safeParseWebhookEvent(body);
  const type = parsed.success ? parsed.data.type : "UNKNOWN";
  const verdicts = {
    [kebabCase(eventType)]: isValid(eventType, body),
    [category]: type !== "UNKNOWN" && eventCatalog[type].category === category,
    "webhook-payload": parsed.success,
    "webhook-delivery": parsed.success,
  };
  return { name, verdicts, body };
}

/** As it is captured, with what is only documented; and the least that is an envelope. */
const envelopes: object[] = [
  { id: "0c2d4a52-7a6d-4d0f-a6a1-6f2ab0ea6d13", createdAt: 1738400067301, type: "pathfinder", tags: null, userId: 7 },
  {},
];

function wrappedBody({ name, body: payload }: Named, envelope: object): CorpusBody {
  const body = { ...envelope, payload };
  const isAccepted = safeParseWebhookEvent(body).success;
  return {
    name: `${name}, wrapped`,
    verdicts: { "webhook-envelope": isAccepted, "webhook-delivery": isAccepted },
    body,
  };
}

/** Bodies that no event of the catalog has: not one of them may be refused. */
function unknownBodies(): CorpusBody[] {
  const unknown: Named[] = [
    { name: "an empty body", body: {} },
    { name: "an event that is not known", body: { type: "NeverSeenEvent", workspaceId: 7 } },
    { name: "an event without a name", body: { neverSeen: [null] } },
    { name: "an inferred event's name on another body", body: { type: "RelationDeletedEvent", id: "seven" } },
  ];
  const bare = unknown.map(({ name, body }) => ({
    name,
    verdicts: { "webhook-payload": true, "webhook-delivery": true, "webhook-envelope": false },
    body,
  }));
  return [...bare, ...unknown.flatMap((body) => envelopes.map((envelope) => wrappedBody(body, envelope)))];
}

function isValid(eventType: string, body: unknown): boolean {
  return payloadSchemas[eventType as EventType].safeParse(body).success;
}

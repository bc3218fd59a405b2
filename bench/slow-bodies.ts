import { exampleOf, factSheet, type Json } from "./bodies.js";
import { quick } from "./timing.js";

/** Within the 500 levels that the library follows. */
const depth = 480;
const part = (count: number) => (quick ? Math.ceil(count / 100) : count);
const text = (length: number) => "7".repeat(part(length));

const leaf: Json = { type: "ConcreteCompletion", completion: 1, percentage: 100 };
const wrongLeaf: Json = { ...leaf, completion: "1" };

/** Bodies made to be slow to refuse: what is wrong comes last, deepest, or everywhere. */
export const slowBodies: Record<string, () => Json> = {
  [`completions ${depth} deep, 1 MB`]: () => deepCompletions(1e6),
  [`completions ${depth} deep, 4 MB`]: () => deepCompletions(4e6),
  [`completions ${depth} deep, 20 MB`]: () => deepCompletions(20e6),
  [`questions ${depth} deep, 1 MB`]: () => deepQuestions(1e6),
  [`questions ${depth} deep, 4 MB`]: () => deepQuestions(4e6),
  [`questions ${depth} deep, 20 MB`]: () => deepQuestions(20e6),
  [`${depth} keys of 20 kB, one in the other`]: () =>
    completed(nested(wrongLeaf, (inner) => section([[text(20e3), inner]]))),
  "500 maps of 500 keys": () => completed(section([...keyed(500, leaves(500)), ["last", wrongLeaf]])),
  "100,000 bad items": () => related(Array(part(100_000)).fill({ id: "r", type: "t", fromId: "f", toId: 7 })),
  "a fault at the end of 18 MB": lateFault,
  "a value of 1 MB": () => completed({ ...leaf, completion: text(1e6) }),
  "a key of 1 MB": () => completed(section([[text(1e6), wrongLeaf]])),
  "a timestamp of 1 MB": () => ({ ...exampleOf("fact-sheet-updated"), createdAt: `2025-02-11T08:37:55.${text(1e6)}Z` }),
};

/** All bytes are innermost, where the path to each is longest. */
function deepCompletions(bytes: number): Json {
  const innermost = section([...keyed(bytes / JSON.stringify({ key10000: leaf }).length, leaf), ["last", wrongLeaf]]);
  return completed(nested(innermost, (inner) => section([["inner", inner]])));
}

function deepQuestions(bytes: number): Json {
  const question = { id: "5f1d7e60-7a3c-4c9b-9d0e-3f6f0a7c1b11", type: "text", label: "Who owns it?" };
  const count = part(Math.round(bytes / JSON.stringify(question).length));
  const innermost = { ...question, children: [...Array(count).fill(question), { ...question, id: 7 }] };
  const body = exampleOf("poll-result-created");
  body.pollRun.poll.questionnaire.questions = [nested(innermost, (inner) => ({ ...question, children: [inner] }))];
  return body;
}

function lateFault(): Json {
  const body = JSON.parse(factSheet(18e6));
  body.factSheet.relations.at(-1).toId = 7;
  return body;
}

function nested(innermost: Json, wrap: (inner: Json) => Json): Json {
  let outermost = innermost;
  for (let level = 1; level < depth; level++) outermost = wrap(outermost);
  return outermost;
}

function section(subCompletions: [string, Json][]): Json {
  return { ...leaf, type: "SectionCompletion", subCompletions: Object.fromEntries(subCompletions) };
}

function leaves(count: number): Json {
  return section(keyed(count, leaf));
}

function keyed(count: number, value: Json): [string, Json][] {
  return Array.from({ length: part(count) }, (_, index) => [`key${index}`, value]);
}

function completed(completion: Json): Json {
  const body = exampleOf("fact-sheet-updated");
  body.factSheet.completion = completion;
  return body;
}

function related(relations: Json[]): Json {
  const body = exampleOf("fact-sheet-updated");
  body.factSheet.relations = relations;
  return body;
}

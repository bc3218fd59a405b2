import { readExamples } from "../scripts/examples.js";
import { eventTypes } from "../src/index.js";
import { quick } from "./timing.js";

// biome-ignore lint/suspicious/noExplicitAny: examples are edited freely here, and checked by every contender afterwards
export type Json = Record<string, any>;

/** Texts that are parsed in turn. */
export interface Load {
  label: string;
  texts(): string[];
}

const examples = readExamples(eventTypes);

/** All events as a receiver gets them: the small examples as they are, then all examples, those with lists grown. */
export const mixes: Load[] = [
  { label: "0.4 kB", texts: () => mixed().filter((text) => text.length <= 1000) },
  { label: "6 kB", texts: () => mixed(6e3) },
  { label: "250 kB", texts: () => mixed(quick ? 12e3 : 250e3) },
];

/** One event, FACT_SHEET_UPDATED. */
export const factSheets: Load[] = [
  { label: "8 kB", texts: () => [factSheet(8e3)] },
  { label: "250 kB", texts: () => [factSheet(250e3)] },
  { label: "18 MB", texts: () => [factSheet(18e6)] },
];

export function factSheet(bytes: number): string {
  return JSON.stringify(grown(exampleOf("fact-sheet-updated"), quick ? Math.min(bytes, 300e3) : bytes));
}

/** A copy of an example, by the name of its file: as `JSON.parse` makes it, because no receiver ever sees a clone. */
export function exampleOf(name: string): Json {
  return JSON.parse(JSON.stringify(examples.find((example) => example.name === name)!.body));
}

/** Examples of the least that an event holds, or of null wherever it may stand, are no deliveries. */
const extreme = /minimal|null/;

/**
 * One example of every event, then a second one of every event that has one, and so on. Those that hold a list are grown
 * until all have the size on average: a real one of another event is never large.
 */
function mixed(average = 0): string[] {
  const deliveries = examples.filter(({ variant }) => !extreme.test(variant));
  deliveries.sort((a, b) => a.variant.localeCompare(b.variant));
  const bodies = deliveries.map(({ name }) => exampleOf(name));
  const growing = bodies.filter((body) => listsIn(body).length > 0);
  return bodies.map((body) => JSON.stringify(grown(body, (average * bodies.length) / growing.length)));
}

/** A body with more of each list that it holds. */
function grown(body: Json, bytes: number): Json {
  const lists = listsIn(body);
  const originals = lists.map((list) => [...list]);
  let length = JSON.stringify(body).length;
  for (let turn = 0; length < bytes && lists.length > 0; turn++) {
    const index = turn % lists.length;
    const original = originals[index]!;
    const item = original[Math.floor(turn / lists.length) % original.length]!;
    lists[index]!.push(item);
    length += JSON.stringify(item).length + 1;
  }
  return body;
}

/** The outermost lists of objects. */
function listsIn(value: unknown): Json[][] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap(listsIn);
  return value.length > 0 && value.every((item) => typeof item === "object" && item !== null) ? [value] : [];
}

/** Single faults, and single harmless changes, at every place of a body. */
import { randomOf, shuffled } from "../../src/testing/random.js";

export interface Mutation {
  name: string;
  body: unknown;
}

type Change = [name: string, change: (value: never) => unknown];

const removed = Symbol("removed");

const anywhere: Change[] = [
  ["removed", () => removed],
  ["null", () => null],
];

/** What is done to a value of a kind: first what is often a fault, then what is often harmless. */
const byKind: Record<string, Change[]> = {
  string: [
    ["a number", () => 7],
    ["empty", () => ""],
    ["an array of it", (value) => [value]],
    ["a value never seen", () => "NEVER_SEEN"],
    ["a line break at its end", (value: string) => `${value}\n`],
    ["in other case", (value: string) => (value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase())],
    ["another digit", (value: string) => value.replace(/[0-9]/, "9")],
    ["beyond ASCII", (value: string) => `${value} ٣ 😀`],
  ],
  number: [
    ["a string", (value: number) => String(value)],
    ["a fraction", (value: number) => Math.trunc(value) + 0.5],
    ["true", () => true],
    ["negative", (value: number) => -1 - Math.abs(value)],
    ["beyond 2^53", () => 1e300],
    ["an object", () => ({})],
  ],
  boolean: [
    ["a string", (value) => String(value)],
    ["a number", (value) => Number(value)],
    ["the other", (value) => !value],
  ],
  null: [
    ["a number", () => 7],
    ["a string", () => "NEVER_SEEN"],
    ["an object", () => ({})],
  ],
  array: [
    ["an object", () => ({})],
    ["a string", () => "NEVER_SEEN"],
    ["null in it", (value: unknown[]) => [...value, null]],
    ["a number in it", (value: unknown[]) => [7, ...value]],
    ["emptied", () => []],
  ],
  object: [
    ["an array", (value) => [value]],
    ["emptied", () => ({})],
    ["a string", () => "NEVER_SEEN"],
    ["an unknown key added", (value: object) => ({ ...value, neverSeen: { nested: [1, null] } })],
    ["a type never seen", (value: object) => ({ ...value, type: "NeverSeen" })],
    ["the type of a text field", (value: object) => ({ ...value, type: "StringValue" })],
  ],
};

/** Every mutation of a body, in an order that mixes places and kinds; the same for the same name. */
export function mutations(name: string, body: unknown): Mutation[] {
  const all = [...mutated(body, (changed) => changed, "body")];
  return shuffled(all, randomOf(seedOf(name)));
}

function* mutated(value: unknown, put: (changed: unknown) => unknown, place: string): Generator<Mutation> {
  for (const [what, change] of [...anywhere, ...byKind[kindOf(value)]!]) {
    const changed = change(value as never);
    // Text of its own is decoded before it is checked: a body is never a string.
    if (place === "body" && (changed === removed || typeof changed === "string")) continue;
    yield { name: `${place} ${what}`, body: put(changed) };
  }
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      yield* mutated(item, (changed) => put(withItem(value, index, changed)), `${place}[${index}]`);
  else if (typeof value === "object" && value !== null)
    for (const [key, field] of Object.entries(value))
      yield* mutated(field, (changed) => put(withField(value, key, changed)), `${place}.${key}`);
}

function withItem(array: unknown[], at: number, changed: unknown): unknown[] {
  return array.flatMap((item, index) => (index !== at ? [item] : changed === removed ? [] : [changed]));
}

function withField(object: object, key: string, changed: unknown): object {
  const entries = Object.entries(object).filter(([name]) => changed !== removed || name !== key);
  return Object.fromEntries(entries.map(([name, field]) => [name, name === key ? changed : field]));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** A number that follows from a text (FNV-1a). */
function seedOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619) >>> 0;
  return hash;
}

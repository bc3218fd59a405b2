/** What each schema accepts, a line per field of a model: test/accepted.txt. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { timestampPattern } from "../../../src/json/patterns.js";
import { MAX_DEPTH } from "../../../src/parse/check.js";
import { id, integer } from "../../../src/zod/models/scalars.js";
import type { Field, Library, Model, Node } from "../read/library.js";

/** In words, by `Model.field`, or by what the words themselves mean. */
export type Accepted = ReadonlyMap<string, string>;

export const acceptedFile = "test/accepted.txt";

export function acceptedBy({ models }: Library): Accepted {
  return new Map([...meanings(), ...[...models.values()].flatMap(acceptedByModel)]);
}

export function readAccepted(): Accepted {
  const lines = readFileSync(acceptedFile, "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => line.split(/: (.*)/) as [string, string]));
}

export function printAccepted(accepted: Accepted): string {
  return [...accepted].map(([key, words]) => `${key}: ${words}\n`).join("");
}

/** What was accepted before, and what is new. Not a field that an object must now have: it refuses what passed. */
export function withNew(before: Accepted, now: Accepted): Accepted {
  const models = new Set([...before.keys()].map(modelOf));
  const isNew = ([key, words]: [string, string]) =>
    !before.has(key) && (!models.has(modelOf(key)) || words.endsWith("| absent"));
  return new Map([...before, ...[...now].filter(isNew)]);
}

function modelOf(key: string): string {
  return key.split(".")[0]!;
}

const tried = ["", "x", -1, 0, 0.5, 1e300, true, null, [], {}];

function meanings(): [string, string][] {
  const scalars = { string: z.string(), id, integer, number: z.number(), boolean: z.boolean() };
  const inWords = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join(", ");
  return [
    ["tried", inWords(tried)],
    ...Object.entries(scalars).map(([name, schema]): [string, string] => [
      name,
      inWords(tried.filter((value) => schema.safeParse(value).success)),
    ]),
    ["timestamp", timestampPattern.source],
    ["date", "string"],
    ["depth", `at most ${MAX_DEPTH}`],
  ];
}

function acceptedByModel({ name, shape }: Model): [string, string][] {
  if (shape.kind === "object") return shape.fields.map((field) => [`${name}.${field.key}`, printField(field)]);
  if (shape.kind === "value") return [[name, printNode(shape.node)]];
  const members = shape.members.map(({ value, name }) => `${value} → ${name}`);
  return [[name, `anything, known by ${shape.discriminator}: ${members.join(", ")}`]];
}

function printField({ node, nullable, optional }: Field): string {
  return [printNode(node), ...(nullable ? ["null"] : []), ...(optional ? ["absent"] : [])].join(" | ");
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "literal":
      return node.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return `array of (${printNode(node.items)})`;
    case "map":
      return `map of (${printNode(node.values)} | null)`;
    case "union":
      return node.options.map(printNode).join(" | ");
    case "model":
      return node.name;
    default:
      return node.kind;
  }
}

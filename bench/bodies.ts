import { readdirSync, readFileSync } from "node:fs";
import { quick } from "./quick.js";

export interface Body {
  label: string;
  text: string;
  value: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: the examples are edited freely here, and checked afterwards
type Json = Record<string, any>;

const examples = new URL("../examples/payloads/", import.meta.url);

/** What a `--quick` run takes for any large body. */
const quickSize = 300e3;

export const sizes = { "0.5 kB": 500, "8 kB": 8e3, "250 kB": 250e3, "18 MB": 18e6 };

/** Every published example of the two events that all contenders know. */
export function exampleBodies(): Json[] {
  return readdirSync(examples)
    .filter((file) => /^fact-sheet-(updated|tag-added)\./.test(file))
    .map(readExample);
}

/** A small event as it is, and a fact sheet with as many fields and relations as it takes. */
export function bodyOf(label: string, size: number, name?: string): Body {
  const bytes = quick ? Math.min(size, quickSize) : size;
  const value = bytes < 1000 ? tagAdded(bytes, name) : grownFactSheet(bytes, name);
  return { label, text: JSON.stringify(value), value: JSON.parse(JSON.stringify(value)) };
}

/** As many relations as asked for, each of them with a number where an id has to be. */
export function badRelations(count: number): Json {
  const body = readExample("fact-sheet-updated.json");
  const [relation] = body.factSheet.relations;
  body.factSheet.relations = Array.from({ length: count }, (_, index) => ({ ...relation, toId: index }));
  return JSON.parse(JSON.stringify(body));
}

function tagAdded(bytes: number, name = "24/7"): Json {
  const body = { ...readExample("fact-sheet-tag-added.json"), tagName: name, tagGroupName: name };
  const missing = bytes - JSON.stringify(body).length;
  return { ...body, tagName: name + " and nights".repeat(Math.max(0, Math.round(missing / 11))) };
}

function grownFactSheet(bytes: number, name?: string): Json {
  const small = bytes < 8e3;
  const body = readExample(small ? "fact-sheet-updated.minimal.json" : "fact-sheet-updated.json");
  const donor = readExample("fact-sheet-updated.json").factSheet;
  const { factSheet } = body;
  factSheet.relations ??= [];
  let length = JSON.stringify(body).length;
  for (let index = 0; length < bytes; index++) {
    // Four relations to one field, as in the example: a fact sheet grows by what it is connected with.
    const isField = index % 5 === 4;
    const grown = isField ? fieldLike(donor, index) : relationLike(donor, index, name);
    (isField ? factSheet.fields : factSheet.relations).push(grown);
    length += JSON.stringify(grown).length + 1;
  }
  return body;
}

function fieldLike({ fields }: Json, index: number): Json {
  const field = fields[index % fields.length];
  return { ...field, name: `${field.name}${index}` };
}

function relationLike({ relations }: Json, index: number, name?: string): Json {
  const relation = relations[index % relations.length];
  const id = `${index.toString(16).padStart(8, "0")}${relation.id.slice(8)}`;
  return { ...relation, id, toId: id, displayNameToFS: name ?? `${relation.displayNameToFS} ${index}` };
}

function readExample(file: string): Json {
  return JSON.parse(readFileSync(new URL(file, examples), "utf8"));
}

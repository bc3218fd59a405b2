/**
 * What each schema accepts is committed in accepted.txt. A schema that becomes stricter may refuse a real delivery, so the
 * change must show there. `npm run generate` adds what is new; the rest is written by `npm run accepted`, and its diff is
 * for the reviewer.
 */
import { expect, test } from "vitest";
import { acceptedBy, readAccepted, withNew } from "../../scripts/generate/house/accepted.js";
import type { Field, Library } from "../../scripts/generate/read/library.js";
import { readSchemas } from "../../scripts/generate/read/read-schemas.js";

const before = readAccepted();

function changesIn(library: Library): string[] {
  const now = acceptedBy(library);
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys]
    .filter((key) => before.get(key) !== now.get(key))
    .map((key) => `${key}: ${now.get(key) ?? "gone"}, was ${before.get(key) ?? "unknown"}`);
}

/** The library after a change of the field `typeToFS` of a relation. */
function changed(change: Partial<Field>): Library {
  const library = readSchemas();
  const { shape } = library.models.get("Relation")!;
  if (shape.kind === "object") Object.assign(shape.fields.find(({ key }) => key === "typeToFS")!, change);
  return library;
}

test("no schema accepts less, or more, than is committed", () => {
  expect(changesIn(readSchemas())).toEqual([]);
});

test.each<[string, Partial<Field>, string[]]>([
  ["required", { optional: false }, ["Relation.typeToFS: string | null, was string | null | absent"]],
  ["not null", { nullable: false }, ["Relation.typeToFS: string | absent, was string | null | absent"]],
  ["of another type", { node: { kind: "id" } }, ["Relation.typeToFS: id | null | absent, was string | null | absent"]],
  [
    "renamed",
    { key: "typeTo" },
    ["Relation.typeToFS: gone, was string | null | absent", "Relation.typeTo: string | null | absent, was unknown"],
  ],
])("a field that is %s is found", (_what, change, changes) => {
  expect(changesIn(changed(change))).toEqual(changes);
});

test("what is new is added, and nothing else", () => {
  const added = (library: Library) => [...withNew(before, acceptedBy(library))].slice(before.size);
  const library = readSchemas();
  const Todo = { ...library.models.get("Tag")!, name: "Todo" };

  expect(added(changed({ node: { kind: "id" } }))).toEqual([]);
  expect(added(changed({ key: "typeTo" }))).toEqual([["Relation.typeTo", "string | null | absent"]]);
  expect(added(changed({ key: "typeTo", optional: false }))).toEqual([]);
  expect(added({ ...library, models: new Map([...library.models, ["Todo", Todo]]) })).toContainEqual([
    "Todo.id",
    before.get("Tag.id"),
  ]);
});

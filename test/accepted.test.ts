/**
 * What each schema accepts is committed in accepted.txt. A schema that becomes stricter may refuse a real delivery, so the
 * change must show there: `npm run accepted` writes the file, and its diff is for the reviewer.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printAccepted } from "../scripts/generate/accepted.js";
import type { Library } from "../scripts/generate/library.js";
import { readSchemas } from "../scripts/generate/read-schemas.js";

const before = linesOf(readFileSync("test/accepted.txt", "utf8"));

/** What is accepted otherwise than before. Something new is fine, but for a field that an object must now have. */
function changesIn(library: Library): string[] {
  const now = linesOf(printAccepted(library));
  const models = new Set([...before.keys()].map((key) => key.split(".")[0]));
  const changed = [...before].filter(([key, accepted]) => now.get(key) !== accepted);
  const demanded = [...now].filter(
    ([key, accepted]) => !before.has(key) && models.has(key.split(".")[0]) && !accepted.endsWith("| absent"),
  );
  return [
    ...changed.map(([key, accepted]) => `${key}: ${now.get(key) ?? "gone"}, was ${accepted}`),
    ...demanded.map(([key]) => `${key}: required now`),
  ];
}

function linesOf(text: string): Map<string, string> {
  return new Map(
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/: (.*)/) as [string, string]),
  );
}

test("no schema accepts less, or more, than is committed", () => {
  expect(changesIn(readSchemas())).toEqual([]);
});

const name = "Relation.typeToFS";

test.each([
  ["required", { optional: false }, `${name}: string | null, was string | null | absent`],
  ["not null", { nullable: false }, `${name}: string | absent, was string | null | absent`],
  ["of another type", { node: { kind: "id" } }, `${name}: id | null | absent, was string | null | absent`],
  ["gone", { key: "typeTo" }, `${name}: gone, was string | null | absent`],
  ["a new one that is required", { key: "typeTo", optional: false }, "Relation.typeTo: required now"],
] as const)("a field that is %s is found", (_what, change, expected) => {
  const library = readSchemas();
  const { shape } = library.models.get("Relation")!;
  if (shape.kind === "object") Object.assign(shape.fields.find(({ key }) => key === "typeToFS")!, change);

  expect(changesIn(library)).toContain(expected);
});

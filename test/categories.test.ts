/** What the entry of each category exports, as test/public-api.txt lists it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { publicApiFile } from "../scripts/generate/house/public-api.js";
import { readSchemas } from "../scripts/generate/read/read-schemas.js";
import { modelsBelow } from "../scripts/generate/read/recursive-models.js";
import { eventName } from "../scripts/generate/typescript/types.js";
import { categoryTitles } from "../src/catalog/category-titles.js";
import { camelCase, pascalCase, payloadName } from "../src/catalog/names.js";

const { categories, events, models } = readSchemas();

function exportsOf(entry: string): string[] {
  const section = readFileSync(publicApiFile, "utf8")
    .split("\n\n")
    .find((text) => text.startsWith(`# ${entry}\n`))!;
  return section
    .split("\n")
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(":")));
}

test("each has a title, and each title a category", () => {
  expect([...categories].sort()).toEqual(Object.keys(categoryTitles).sort());
  expect(categories.length).toBeGreaterThanOrEqual(11);
});

describe.each(categories)("%s", (category) => {
  const own = events.filter((event) => event.category === category);

  test("exports its event and payload unions, with a zod schema and a JSON Schema", () => {
    const names = [`${pascalCase(category)}Event`, payloadName(category)];
    const schemas = [`${camelCase(category)}PayloadSchema`, `${camelCase(category)}JsonSchema`];
    expect(exportsOf(category)).toEqual(expect.arrayContaining([...names, ...schemas]));
  });

  test.each(own)("exports types, zod schema and JSON Schema of $eventType, and the types of its models", (event) => {
    const { eventType, payload, constant } = event;
    const named = [eventName(event), payload, constant, `${camelCase(eventType)}JsonSchema`];
    expect(exportsOf(category)).toEqual(expect.arrayContaining([...named, ...modelsBelow(payload, models)]));
  });
});

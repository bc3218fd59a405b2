import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generatedFiles } from "../scripts/generate/files.js";
import * as factSheets from "../src/events/fact-sheets.js";
import { eventCatalogue, eventTypes } from "../src/index.js";
import { dialects, jsonSchemaAccepts, kebabCase, readSchema, schemaNames } from "./json-schemas.js";

test("no generated file is stale", () => {
  const stale = generatedFiles().filter(([path, text]) => readFileSync(path, "utf8") !== text);

  expect(stale.map(([path]) => path)).toEqual([]);
});

describe.each(dialects)("%s", (dialect) => {
  test("has a schema for every event type, every category and any payload", () => {
    const categories = Object.values(eventCatalogue).map(({ category }) => category);

    expect(schemaNames(dialect).sort()).toEqual(
      [...new Set([...eventTypes.map(kebabCase), ...categories, "webhook-payload"])].sort(),
    );
  });

  test.each(schemaNames(dialect))("%s compiles in strict mode, is self-contained and says what it is", (name) => {
    const schema = readSchema(dialect, name);
    const text = JSON.stringify(schema);

    expect(() => jsonSchemaAccepts(dialect, name, {})).not.toThrow();
    expect(schema.$schema).toContain(dialect);
    expect(schema.$id).toBe(`https://cdn.jsdelivr.net/npm/leanix-webhook-events@1/schemas/${dialect}/${name}.json`);
    expect(schema.title).toMatch(/Payload$/);
    expect(schema.description).toBeTruthy();
    expect(text).not.toContain('"additionalProperties":false');
    expect(text).not.toMatch(/"\$ref":"(?!#\/)/);
    expect(text).not.toContain('"format"');
  });

  test.each(eventTypes)("the schema of %s gives its evidence", (eventType) => {
    expect(readSchema(dialect, kebabCase(eventType)).$comment).toBe(`evidence: ${eventCatalogue[eventType].evidence}`);
  });
});

test("a category module passes its JSON Schemas on", () => {
  expect(factSheets.factSheetCreatedJsonSchema).toEqual(readSchema("2020-12", "fact-sheet-created"));
  expect(factSheets.factSheetJsonSchema).toEqual(readSchema("2020-12", "fact-sheets"));
});

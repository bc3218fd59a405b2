import { describe, expect, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import * as factSheets from "../../src/generated/fact-sheets.js";
import { eventCatalog, eventTypes } from "../../src/index.js";
import { dialects, jsonSchemaAccepts, readSchema, schemaNames } from "../json-schemas.js";

const bodies = ["webhook-payload", "webhook-envelope", "webhook-delivery"];

describe.each(dialects)("%s", (dialect) => {
  test("has a schema for every event type, every category and any body", () => {
    const categories = Object.values(eventCatalog).map(({ category }) => category);

    expect(schemaNames(dialect).sort()).toEqual(
      [...new Set([...eventTypes.map(kebabCase), ...categories, ...bodies])].sort(),
    );
  });

  test.each(schemaNames(dialect))("%s compiles in strict mode, is self-contained and says what it is", (name) => {
    const schema = readSchema(dialect, name);
    const text = JSON.stringify(schema);

    expect(() => jsonSchemaAccepts(dialect, name, {})).not.toThrow();
    expect(schema.$schema).toContain(dialect);
    const address = `https://cdn.jsdelivr.net/npm/leanix-webhook-events@1/schemas/${dialect}/${name}.json`;
    expect(schema.$id ?? schema.id).toBe(dialect === "draft-04" ? `${address}#` : address);
    expect(schema.title).toMatch(/(Payload|Envelope|Delivery)$/);
    expect(schema.description).toBeTruthy();
    expect(text).not.toContain('"additionalProperties":false');
    expect(text).not.toMatch(/"\$ref":"(?!#\/)/);
    expect(text).not.toContain('"format"');
  });

  test.each(eventTypes)("the schema of %s gives its evidence", (eventType) => {
    expect(readSchema(dialect, kebabCase(eventType)).$comment).toBe(`evidence: ${eventCatalog[eventType].evidence}`);
  });
});

test("a category module passes its JSON Schemas on", () => {
  expect(factSheets.factSheetCreatedJsonSchema).toEqual(readSchema("2020-12", "fact-sheet-created"));
  expect(factSheets.factSheetsJsonSchema).toEqual(readSchema("2020-12", "fact-sheets"));
});

import { expect, test } from "vitest";
import { readSchemas } from "../../scripts/generate/read/read-schemas.js";
import { examples } from "../../src/examples.js";
import {
  eventCatalog,
  eventTypes,
  type FieldValue,
  isEventOfType,
  isFieldOfType,
  isKnownFieldData,
  parseWebhookEvent,
} from "../../src/index.js";

test("isEventOfType narrows to one type or several", () => {
  const event = parseWebhookEvent(examples.FACT_SHEET_UPDATED);

  expect(isEventOfType(event, "FACT_SHEET_CREATED")).toBe(false);
  expect(isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED")).toBe(true);
  if (isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED"))
    expect(event.payload.factSheet.displayName).toBe(examples.FACT_SHEET_UPDATED.factSheet.displayName);
});

test("isFieldOfType narrows field data, and the value of a changed field, to one type or several", () => {
  const data = { type: "SingleSelect", keyword: "adequate" } as FieldValue;

  expect(isFieldOfType(data, "Lifecycle")).toBe(false);
  expect(isFieldOfType(data, "SingleSelect") && data.keyword).toBe("adequate");
  expect(isFieldOfType(data, "Lifecycle", "SingleSelect")).toBe(true);
  expect(isFieldOfType(examples.FACT_SHEET_FIELD_UPDATED.newValue, "ExternalId")).toBe(true);
  expect(isFieldOfType(null, "ExternalId")).toBe(false);
  expect(isFieldOfType("ExternalId", "ExternalId")).toBe(false);
  expect(isFieldOfType({ type: "constructor" }, "constructor" as never)).toBe(false);
});

test.each([
  [{ type: "SingleSelect", keyword: "adequate" }, true],
  [{ type: "Colour", rgb: [1, 2, 3] }, false],
  [{ type: "constructor" }, false],
  [{ type: ["SingleSelect"] }, false],
  [{ type: "SingleSelect" }, true],
  [{ type: "SingleSelect", keyword: 7 }, false],
  [{ type: "IntegerValue", value: 820 }, true],
  [{ type: "IntegerValue", value: 820.5 }, false],
  [{ type: "MultipleSelect", values: ["a", "b"] }, true],
  [{ type: "MultipleSelect", values: ["a", null] }, false],
  [{ type: "DateValue", value: "31.01.2026" }, true],
  [{ type: "Lifecycle", phases: [{ phase: "active", startDate: null }] }, true],
  [{ type: "Lifecycle", phases: [{ startDate: "2026-01-31" }] }, false],
  [{ type: "ProjectStatusProgress", projectStatus: [{ progress: "half" }] }, false],
  [undefined, false],
  [{}, false],
  [null, false],
  ["SingleSelect", false],
])("isKnownFieldData of %j is %s", (data, known) => {
  expect(isKnownFieldData(data)).toBe(known);
});

test("the catalog has the vendor's headings, in the vendor's order", () => {
  const titles = [...new Set(Object.values(eventCatalog).map(({ title }) => title))];
  expect(titles.slice(0, 11)).toEqual([
    "Fact Sheets",
    "Fact Sheet Relations",
    "Fact Sheet Tags",
    "Fact Sheet Fields",
    "Fact Sheet Resources",
    "Fact Sheet Subscriptions",
    "Integration Runs",
    "Integration Configurations",
    "Survey Responses",
    "Comments",
    "Automations",
  ]);
  expect(eventTypes.slice(0, 6)).toEqual(
    ["CREATED", "UPDATED", "VIEWED", "ARCHIVED", "DELETED", "RECOVERED"].map((what) => `FACT_SHEET_${what}`),
  );
});

test("the catalog says which tags select an event, and nothing where they are unknown", () => {
  expect(eventCatalog.FACT_SHEET_CREATED).toMatchObject({
    tags: ["pathfinder", "FACT_SHEET_CREATED"],
    tagsEvidence: "published",
  });
  expect(eventCatalog.INTEGRATION_RUN_ABORTED.tags).toEqual(["integrations", "statistics"]);
  expect(eventCatalog.POLL_RESULT_CREATED).not.toHaveProperty("tags");
  expect(eventCatalog.POLL_RESULT_UPDATED).not.toHaveProperty("tags");
});

test("the catalog knows every event that has a schema, and every category", () => {
  const { events, categories } = readSchemas();

  expect(eventTypes).toEqual(events.map(({ eventType }) => eventType));
  expect([...new Set(Object.values(eventCatalog).map(({ category }) => category))]).toEqual(categories);
  expect(eventCatalog.RELATION_SWITCH).toEqual({
    category: "relations",
    title: "Fact Sheet Relations",
    description: expect.stringMatching(/^[A-Z].+\.$/),
    evidence: "inferred",
    wireNames: ["RelationSwitchEvent", "RelationSwitchedEvent"],
    tags: ["pathfinder", "RELATION_SWITCH"],
    tagsEvidence: "assumed",
  });
});

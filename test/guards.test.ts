import { expect, test } from "vitest";
import { examples, factSheetFieldUpdated, factSheetUpdated } from "../src/examples.js";
import {
  eventCatalogue,
  eventTypes,
  type FieldData,
  isEventOfType,
  isFieldOfType,
  parseWebhookEvent,
} from "../src/index.js";
import { examples as files } from "./examples.js";

test("isEventOfType narrows to one type or several", () => {
  const event = parseWebhookEvent(factSheetUpdated);

  expect(isEventOfType(event, "FACT_SHEET_CREATED")).toBe(false);
  expect(isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED")).toBe(true);
  if (isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED"))
    expect(event.payload.factSheet.displayName).toBe(factSheetUpdated.factSheet.displayName);
});

test("isFieldOfType narrows field data, and the value of a changed field", () => {
  const data: FieldData = { type: "SingleSelect", keyword: "adequate" };

  expect(isFieldOfType(data, "Lifecycle")).toBe(false);
  expect(isFieldOfType(data, "SingleSelect") && data.keyword).toBe("adequate");
  expect(isFieldOfType(factSheetFieldUpdated.newValue, "ExternalId")).toBe(true);
  expect(isFieldOfType(null, "ExternalId")).toBe(false);
  expect(isFieldOfType("ExternalId", "ExternalId" as never)).toBe(false);
});

test("the catalogue knows every event type", () => {
  expect(eventTypes).toHaveLength(34);
  expect(new Set(Object.values(eventCatalogue).map(({ category }) => category)).size).toBe(11);
  expect(eventCatalogue.RELATION_SWITCH).toEqual({
    category: "relations",
    evidence: "inferred",
    wireNames: ["RelationSwitchEvent", "RelationSwitchedEvent"],
  });
});

test("every example body is exported", () => {
  for (const { file, eventType, text } of files)
    expect(examples[eventType][file.replace(/\.json$/, "")]).toEqual(JSON.parse(text));
});

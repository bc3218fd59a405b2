import { describe, expect, test } from "vitest";
import { type Field, fieldValuesOf, parseWebhookEvent, phaseOn } from "../../src/index.js";

const phases = [{ phase: "plan", startDate: "2026-01-01" }];

describe("fieldValuesOf", () => {
  test.each<[unknown, unknown]>([
    [{ type: "StringValue", value: "a" }, "a"],
    [{ type: "IntegerValue", value: 0 }, 0],
    [{ type: "DoubleValue", value: 820.5 }, 820.5],
    [{ type: "BooleanValue", value: false }, false],
    [{ type: "DateValue", value: "2026-01-31" }, "2026-01-31"],
    [{ type: "SearchBasedFieldValue", value: "a" }, "a"],
    [{ type: "SingleSelect", keyword: "high" }, "high"],
    [{ type: "MultipleSelect", values: ["a", "b"] }, ["a", "b"]],
    [{ type: "FactSheetReferencesFieldValue", values: ["id"] }, ["id"]],
    [{ type: "Lifecycle", phases }, phases],
    [{ type: "ExternalId", externalId: "x", comment: "c" }, "x"],
    [{ type: "StringValue" }, null],
    [{ type: "SingleSelect", keyword: null }, null],
  ])("gives of %j the plain value", (data, value) => {
    expect(fieldValuesOf({ fields: [{ name: "field", data } as Field] }).field).toEqual(value);
  });

  test.each([
    { type: "Location", geoCity: "Bonn" },
    { type: "ProjectStatusProgress", projectStatus: [] },
    { type: "IntegerValue", value: 820.5 },
    { type: "MultipleSelect", values: ["a", null] },
    { type: "Colour", rgb: [1] },
    { type: "constructor" },
    ["a"],
    "a text",
    null,
    undefined,
  ])("gives %j as it came", (data) => {
    const values = fieldValuesOf({ fields: [{ name: "field", data } as Field] });

    expect(values.field).toBe(data);
    expect(Object.keys(values)).toEqual(["field"]);
  });

  test("has the names of the fields alone, __proto__ among them, and the last of equal names", () => {
    const fields = ["a", "__proto__", "a"].map((name, index) => ({
      name,
      data: { type: "IntegerValue", value: index },
    }));
    const values = fieldValuesOf({ fields });

    expect(Object.entries(values)).toEqual([
      ["a", 2],
      ["__proto__", 1],
    ]);
    expect(values.constructor).toBeUndefined();
  });

  test.each([undefined, null, []])("of fields that are %j has none", (fields) => {
    expect(Object.keys(fieldValuesOf({ fields }))).toEqual([]);
  });

  test("takes the relation of an event", () => {
    const event = parseWebhookEvent({
      type: "RelationSwitchEvent",
      relation: { id: "r", type: "t", fromId: "f", toId: "t" },
    });

    expect(event.type === "RELATION_SWITCH" && fieldValuesOf(event.payload.relation ?? {})).toEqual({});
  });
});

describe("phaseOn", () => {
  const lifecycle = {
    phases: [
      { phase: "active", startDate: "2026-03-01" },
      { phase: "plan", startDate: "2026-01-01" },
      { phase: "never" },
      { phase: "unset", startDate: null },
      { phase: "soon", startDate: "soon" },
      { phase: "phaseIn", startDate: "2026-02-01" },
      { phase: "pilot", startDate: "2026-02-01T00:00:00Z" },
      { phase: "endOfLife", startDate: "2026-12-31" },
    ],
  };

  test.each([
    ["2025-12-31", undefined],
    ["2026-01-01", "plan"],
    ["2026-01-31", "plan"],
    ["2026-02-01", "pilot"],
    ["2026-03-01", "active"],
    ["2028-02-29", "endOfLife"],
  ])("on %s is %s", (day, phase) => {
    expect(phaseOn(lifecycle, day)?.phase).toBe(phase);
    expect(phaseOn({ phases: [...lifecycle.phases, { phase: "last" }] }, day)?.phase).toBe(phase);
  });

  test("of no phases is none", () => {
    for (const phases of [undefined, null, []]) expect(phaseOn({ phases }, "2026-01-01")).toBeUndefined();
  });

  test.each<unknown>([
    new Date(0),
    "2026-1-1",
    "2026-02-30",
    "2026-13-01",
    "2026-01-01T00:00:00Z",
    "",
    undefined,
    20260101,
  ])("takes no %j", (day) => {
    expect(() => phaseOn(lifecycle, day as string)).toThrow(TypeError);
  });
});

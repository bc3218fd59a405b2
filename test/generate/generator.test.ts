/** The generator refuses what it does not know: a check left out silently would be a hole. */
import { expect, test } from "vitest";
import * as z from "zod";
import type { EventDescription, Model } from "../../scripts/generate/read/library.js";
import { readModel } from "../../scripts/generate/read/read-models.js";
import { printChecks } from "../../scripts/generate/typescript/checks.js";
import { defineModel, models } from "../../src/zod/models/define.js";
import { id } from "../../src/zod/models/scalars.js";

function modelsOf(schema: z.ZodType): Map<string, Model> {
  const found = new Map<string, Model>();
  readModel(schema, found);
  return found;
}

const cases: [string, z.ZodType, string][] = [
  ["a string check", z.string().max(3).describe("x"), "Sample.field: the generator does not know the check max_length"],
  [
    "a format",
    z.email().describe("x"),
    "Sample.field: the generator does not know string; an object must be made with defineModel",
  ],
  [
    "a number check",
    z.number().min(3).describe("x"),
    "Sample.field: the generator does not know the check greater_than",
  ],
  [
    "an array check",
    z.array(z.string()).min(1).describe("x"),
    "Sample.field: the generator does not know the check min_length",
  ],
  [
    "a transform",
    z.string().transform(Number).describe("x"),
    "Sample.field: the generator does not know pipe; an object must be made with defineModel",
  ],
  [
    "an unnamed object",
    z.looseObject({ a: z.string() }).describe("x"),
    "Sample.field: the generator does not know object; an object must be made with defineModel",
  ],
  [
    "a discriminated union",
    z.discriminatedUnion("t", [z.looseObject({ t: z.literal("a") })]).describe("x"),
    "Sample.field: the generator does not know union; an object must be made with defineModel",
  ],
  ["a field without a description", z.string(), "Sample.field: no description"],
  [
    "a further check of an id",
    id.max(3).describe("x"),
    "Sample.field: the generator does not know the check max_length",
  ],
  [
    "a field that may be absent, but not null",
    z.string().optional().describe("x"),
    "Sample.field: what may be absent may be null, too: use nullish()",
  ],
  [
    "null if nothing may be absent",
    z.array(z.string().nullable()).describe("x"),
    "Sample.field: the generator does not know nullable",
  ],
];

test.each(cases)("%s", (_what, field, message) => {
  const model = defineModel("Sample", "A sample.", { field });

  expect(() => modelsOf(model)).toThrow(message);
});

test("a strict object", () => {
  const model = z.strictObject({}).register(models, { id: "Strict", description: "x", source: "x" });

  expect(() => modelsOf(model)).toThrow("Strict: an object must keep unknown keys");
});

test("a key that is not an identifier", () => {
  const model = defineModel("Keys", "A sample.", { "x-y": z.string().describe("x") });

  expect(() => modelsOf(model)).toThrow("Keys.x-y: the name of a field must be an identifier");
});

test("a literal that identifies nothing", () => {
  const payload = defineModel("Odd", "A sample.", { kind: z.literal("odd").describe("x") });
  const library = { categories: [], events: [], models: modelsOf(payload) };
  const events = [{ eventType: "ODD", payload: "Odd" }] as unknown as EventDescription[];

  expect(() => printChecks({ ...library, events })).toThrow(
    "Odd.kind: only what identifies an event or a member of a union can be a literal",
  );
});

test("two models of one name", () => {
  const twin = () => defineModel("Twin", "A twin.", { a: z.string().describe("x") });
  const model = defineModel("Parent", "A parent.", { one: twin().describe("x"), two: twin().describe("x") });

  expect(() => modelsOf(model)).toThrow("two models are called Twin");
});

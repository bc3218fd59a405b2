/** The generator refuses what it does not know, as a check that it left out would be a hole. */
import { expect, test } from "vitest";
import * as z from "zod";
import { readModels } from "../scripts/generate/read-schemas.js";
import { defineModel, models } from "../src/models/define.js";

const cases: [string, z.ZodType, string][] = [
  [
    "a string check",
    z.string().max(3).describe("x"),
    "Sample.member: the generator does not know the string check max_length",
  ],
  [
    "a format",
    z.email().describe("x"),
    "Sample.member: the generator does not know string; an object must be made with defineModel",
  ],
  [
    "a number check",
    z.number().min(3).describe("x"),
    "Sample.member: the generator does not know the number check greater_than",
  ],
  [
    "an array check",
    z.array(z.string()).min(1).describe("x"),
    "Sample.member: the generator does not know the check min_length",
  ],
  [
    "a transform",
    z.string().transform(Number).describe("x"),
    "Sample.member: the generator does not know pipe; an object must be made with defineModel",
  ],
  [
    "an unnamed object",
    z.looseObject({ a: z.string() }).describe("x"),
    "Sample.member: the generator does not know object; an object must be made with defineModel",
  ],
  [
    "a discriminated union",
    z.discriminatedUnion("t", [z.looseObject({ t: z.literal("a") })]).describe("x"),
    "Sample.member: the generator does not know union; an object must be made with defineModel",
  ],
  ["a field without a description", z.string(), "Sample.member: no description"],
];

test.each(cases)("%s", (_what, member, message) => {
  const model = defineModel("Sample", "A sample.", { member });

  expect(() => readModels(model)).toThrow(message);
});

test("a strict object", () => {
  const model = z.strictObject({}).register(models, { id: "Strict", description: "x", source: "x" });

  expect(() => readModels(model)).toThrow("Strict: an object must keep unknown keys");
});

test("two models of one name", () => {
  const twin = () => defineModel("Twin", "A twin.", { a: z.string().describe("x") });
  const model = defineModel("Parent", "A parent.", { one: twin().describe("x"), two: twin().describe("x") });

  expect(() => readModels(model)).toThrow("two models are called Twin");
});

/** What the scalars of the schemas take. A stricter one may refuse a real delivery. */
import { expect, test } from "vitest";
import * as z from "zod";
import { MAX_DEPTH } from "../src/parse/check.js";
import { date, id, integer, knownValues, timestamp } from "../src/zod/models/scalars.js";

const values = ["", "x", "2026-01-31", "2026-01-31T09:00", -1, 0, 0.5, 1e300, true, null, [], {}];

test.each<[string, z.ZodType, unknown[]]>([
  ["string", z.string(), ["", "x", "2026-01-31", "2026-01-31T09:00"]],
  ["id", id, ["x", "2026-01-31", "2026-01-31T09:00"]],
  ["known value", knownValues("y"), ["", "x", "2026-01-31", "2026-01-31T09:00"]],
  ["timestamp", timestamp, ["2026-01-31T09:00"]],
  ["date", date, ["", "x", "2026-01-31", "2026-01-31T09:00"]],
  ["integer", integer, [-1, 0, 1e300]],
  ["number", z.number(), [-1, 0, 0.5, 1e300]],
  ["boolean", z.boolean(), [true]],
])("%s", (_name, schema, taken) => {
  expect(values.filter((value) => schema.safeParse(value).success)).toEqual(taken);
});

test("500 levels", () => {
  expect(MAX_DEPTH).toBe(500);
});

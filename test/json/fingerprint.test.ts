/** The fingerprint of a JSON value: the same for the same JSON, in any order of keys, and for no other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "../../src/json/fingerprint.js";
import { examples } from "../examples.js";

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, reversed(child)]);
  return Object.fromEntries(entries.reverse());
}

test("never changes: users store it", () => {
  expect(fingerprint({ b: [1, "1", true, null], a: {} })).toBe("f0gk3ypl1c186zr");
  expect(fingerprint("")).toMatch(/^f[0-9a-z]{14}$/);
});

test("is the same in any order of keys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(fingerprint(reversed(value))).toBe(fingerprint(value));
    }),
  );
});

test("differs if anything else does", () => {
  const values = [
    ...[null, true, false, 0, 1, -1, 1.5, "", "0", "null", [], {}, [[]], [{}], { a: [] }, { a: {} }, [null]],
    ...[{ a: 1, b: 2 }, { a: 2, b: 1 }, { ab: 1 }, { a: { b: 1 } }, { a: "b1" }, [1, 2], [2, 1], [[1], 2], [[1, 2]]],
    ...[{ 0: 1 }, [1], [1, [1]], { a: null }, { a: "null" }, { "": {} }, { "": { "": {} } }],
    ...Array.from({ length: 200 }, (_, index) => ({ one: index, other: 200 - index })),
    ...examples.map(({ text }) => JSON.parse(text)),
  ];
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  expect(new Set(values.map(fingerprint)).size).toBe(texts.size);
});

test("takes an absent value for none, as JSON does", () => {
  expect(fingerprint({ a: undefined, b: 1 })).toBe(fingerprint({ b: 1 }));
});

test("reads any depth, and an object that holds itself", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect(fingerprint(JSON.parse(deep))).not.toBe(fingerprint(JSON.parse(`[${deep}]`)));
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(fingerprint(circle)).toMatch(/^f/);
});

/** Bodies made from what the generator reads of the zod schemas, and broken in one place. */
import fc from "fast-check";
import type { Library, Node } from "../scripts/generate/read-schemas.js";
import type { Body } from "./examples.js";

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    "",
    " ",
    "x",
    "2026-01-01",
    "2026-13-01T00:00:00Z",
    "2026-01-01T00:00:00Z",
  ),
  fc.constantFrom([], {}, [null], { type: "Lifecycle" }, { type: "Other", value: 1 }, { type: 7 }, { id: "x" }),
);

const twoDigits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, "0"));
const date = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), twoDigits(1, 12), twoDigits(1, 31))
  .map((parts) => parts.join("-"));
const time = fc.tuple(twoDigits(0, 23), twoDigits(0, 59), twoDigits(0, 59)).map((parts) => parts.join(":"));
const fraction = fc.constantFrom("", ".1", ".123", ".123456", ".123456789");
const timestamp = fc
  .tuple(date, time, fraction, fc.constantFrom("Z", "+00:00", "-0530"))
  .map(([day, hour, digits, zone]) => `${day}T${hour}${digits}${zone}`);

/** An arbitrary for each model by name: valid bodies, with unknown keys here and there. */
export function validBodies({ models }: Library): (name: string) => fc.Arbitrary<Record<string, unknown>> {
  const known = new Map<string, fc.Arbitrary<Record<string, unknown>>>();
  return ofModel;

  function ofModel(name: string): fc.Arbitrary<Record<string, unknown>> {
    const made = known.get(name);
    if (made) return made;
    // Set before it is made, as a model can hold itself.
    let arbitrary: fc.Arbitrary<Record<string, unknown>>;
    known.set(
      name,
      fc.constant(null).chain(() => arbitrary),
    );
    arbitrary = make(name) as fc.Arbitrary<Record<string, unknown>>;
    known.set(name, arbitrary);
    return arbitrary;
  }

  function make(name: string): fc.Arbitrary<unknown> {
    const { shape } = models.get(name)!;
    if (shape.kind === "value") return ofNode(shape.node);
    if (shape.kind === "openUnion") {
      const other = fc.record({
        [shape.discriminator]: fc.constantFrom("Colour", "__proto__", "toString"),
        more: strange,
      });
      return fc.oneof({ maxDepth: 4 }, other, ...shape.members.map((member) => ofModel(member.name)));
    }
    const members = Object.fromEntries(shape.fields.map(({ key, node }) => [key, ofNode(node)]));
    const requiredKeys = shape.fields.filter(({ optional }) => !optional).map(({ key }) => key);
    const record = fc.record(members, { requiredKeys });
    const unknownKeys = fc.dictionary(fc.constantFrom("x-new", "constructor", "toString"), strange, { maxKeys: 1 });
    return fc.tuple(record, unknownKeys).map(([body, more]) => ({ ...more, ...body }));
  }

  function ofNode(node: Node): fc.Arbitrary<unknown> {
    switch (node.kind) {
      case "string":
        if (node.pattern) return node.expected === "ISO 8601 date" ? date : timestamp;
        return fc.oneof(fc.string({ minLength: node.minLength, maxLength: 8 }), fc.constantFrom("A", ...node.known));
      case "number":
        return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
      case "integer":
        return fc.oneof(fc.integer(), fc.constantFrom(0, 2 ** 60, -1e21));
      case "boolean":
        return fc.boolean();
      case "object":
        return fc.dictionary(fc.constantFrom("a", "b"), strange);
      case "unknown":
        return fc.oneof(strange, fc.jsonValue({ maxDepth: 2 }));
      case "literal":
        return fc.constantFrom(...node.values);
      case "array":
        return fc.array(ofNode(node.items), { maxLength: 2, depthIdentifier: "body" });
      case "map":
        return fc.dictionary(fc.constantFrom("section.a", "b c", "constructor"), ofNode(node.values), {
          maxKeys: 2,
          depthIdentifier: "body",
        });
      case "nullable":
        return fc.option(ofNode(node.inner), { freq: 3 });
      case "union":
        return fc.oneof(...node.options.map(ofNode));
      case "model":
        return ofModel(node.name);
    }
  }
}

/** The body as it is, or with a member at some depth removed, replaced, or moved to another. */
export function broken(body: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
  const places = paths(body);
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.constantFrom("remove", "replace", "move"),
      strange,
      fc.constantFrom(...places),
    )
    .map(([path, how, value, other]) => {
      const copy = structuredClone(body);
      const holder = path.slice(0, -1).reduce<Body>((at, key) => at[key], copy);
      const key = path.at(-1)!;
      if (how === "replace") holder[key] = value;
      else if (how === "move") holder[key] = other.reduce<Body>((at, step) => at[step], structuredClone(body));
      else if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return copy;
    });
}

function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [[...path, key], ...paths(member, [...path, key])]);
}

/** Bodies made from what the generator reads of the zod schemas, and broken in one place or two. */
import fc from "fast-check";
import type { Library, Node } from "../scripts/generate/read/library.js";
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
    "Ünïcödé ٣ 😀",
    "2026-01-01",
    "2026-13-01T00:00:00Z",
    "2026-01-01T00:00:00Z",
    "2026-01-01T00:00Z",
    `2026-01-01T00:00${"0".repeat(48)}`,
    `2026-01-01T00:00${"0".repeat(49)}`,
    "2026-01-01T00:00\n",
  ),
  fc.constantFrom([], {}, [null], { type: "Lifecycle" }, { type: "Other", value: 1 }, { type: 7 }, { id: "x" }),
);

const twoDigits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, "0"));
const date = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), twoDigits(1, 12), twoDigits(1, 31))
  .map((parts) => parts.join("-"));
const minute = fc.tuple(twoDigits(0, 23), twoDigits(0, 59)).map((parts) => parts.join(":"));
const second = fc.oneof(
  fc.constant(""),
  fc.tuple(twoDigits(0, 59), fc.constantFrom("", ".1", ".123456", ".123456789")).map((parts) => `:${parts.join("")}`),
);
const timestamp = fc
  .tuple(
    date,
    fc.constantFrom("T", "t", " "),
    minute,
    second,
    fc.constantFrom("Z", "+00:00", "-0530", "+02", "", "+01:00[Europe/Berlin]"),
  )
  .map((parts) => parts.join(""));

const text = (minLength: number) =>
  fc.oneof(fc.string({ minLength, maxLength: 8 }), fc.string({ minLength, maxLength: 4, unit: "binary" }));

type Bodies = (name: string) => fc.Arbitrary<Record<string, unknown>>;

/** An arbitrary for each model by name: valid bodies, with unknown keys here and there. */
export function validBodies({ models }: Library): Bodies {
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
      const discriminator = fc.constantFrom("Colour", "__proto__", "toString");
      const other = fc.record({ [shape.discriminator]: discriminator, more: strange });
      const known = shape.members.map((member) => ofModel(member.name));
      return fc.oneof({ maxDepth: 4 }, other, strange, fc.jsonValue({ maxDepth: 2 }), ...known);
    }
    const fields = Object.fromEntries(
      shape.fields.map(({ key, nullable, node }) => [
        key,
        nullable ? fc.option(ofNode(node), { freq: 3 }) : ofNode(node),
      ]),
    );
    const requiredKeys = shape.fields.filter(({ optional }) => !optional).map(({ key }) => key);
    const unknownKeys = fc.dictionary(
      fc.constantFrom("x-new", "constructor", "toString", "__proto__", "ключ"),
      strange,
      {
        maxKeys: 1,
      },
    );
    return fc.tuple(fc.record(fields, { requiredKeys }), unknownKeys).map(([body, more]) => ({ ...more, ...body }));
  }

  function ofNode(node: Node): fc.Arbitrary<unknown> {
    switch (node.kind) {
      case "string":
        return fc.oneof(text(0), fc.constantFrom("A", ...node.known));
      case "id":
        return text(1);
      case "timestamp":
        return timestamp;
      case "date":
        return fc.oneof(date, text(0));
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
        return mapOf(fc.option(ofNode(node.values), { freq: 3 }));
      case "union":
        return fc.oneof(...node.options.map(ofNode));
      case "model":
        return ofModel(node.name);
    }
  }
}

/** As JSON.parse makes it: `__proto__` is a key like any other. */
function mapOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const keys = fc.constantFrom("section.a", "b c", "constructor", "__proto__", "ключ");
  const entries = fc.array(fc.tuple(keys, values), { maxLength: 2, depthIdentifier: "body" });
  return entries.map(Object.fromEntries);
}

/** A body in every form that could arrive: bare, in an envelope of any kind, or with a field called `payload`. */
export function inAnyForm(body: unknown, tags: string[]): fc.Arbitrary<unknown> {
  const wrapped = fc
    .record(
      {
        id: fc.constantFrom<unknown>("e-1", null, 7),
        type: fc.constantFrom<unknown>("FactSheetUpdatedEvent", "CONFIGURATION_UPDATED", "pathfinder", null),
        tags: fc.constantFrom<unknown>(tags, ["pathfinder"], null, "pathfinder", [7]),
        createdAt: fc.constantFrom<unknown>("2026-01-01T00:00:00Z", 1767225600000, null, true),
        sequenceInfo: fc.constantFrom<unknown>(1, null, "1"),
        workspaceId: fc.constant("w"),
      },
      { requiredKeys: [] },
    )
    .map((envelope) => ({ ...envelope, payload: body }));
  const withPayload = fc
    .constantFrom<unknown>({ type: "Other" }, { type: "CommentCreatedEvent" }, { type: "DocumentDeletedEvent" }, [], 7)
    .map((payload) => ({ ...(body as object), payload }));
  const gained = fc
    .record(
      {
        id: fc.constantFrom<unknown>("e-1", 7),
        tags: fc.constantFrom<unknown>(tags, [], "pathfinder"),
        payload: fc.constantFrom<unknown>(
          { text: "x" },
          { type: "CommentCreatedEvent" },
          { type: "DocumentDeletedEvent" },
          7,
        ),
      },
      { requiredKeys: [] },
    )
    .map((more) => ({ ...(body as object), ...more }));
  return fc.oneof(fc.constant(body), wrapped, withPayload, gained);
}

/** The body as it is, with a value at some depth removed, replaced, or moved to another place. */
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
      if (how === "replace") put(holder, key, value);
      else if (how === "move")
        put(
          holder,
          key,
          other.reduce<Body>((at, step) => at[step], structuredClone(body)),
        );
      else if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return copy;
    });
}

/** Not by assignment, which would make `__proto__` the prototype. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}

function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => [[...path, key], ...paths(field, [...path, key])]);
}

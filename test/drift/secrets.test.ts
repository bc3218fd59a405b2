/** No value of a body is ever written: secrets are planted everywhere, and none may stand in the report. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { reportDrift } from "../../src/drift.js";
import { modelShapes } from "../../src/generated/shapes.js";
import { eventCatalog, eventTypes } from "../../src/index.js";
import { examples } from "../examples.js";

const secret = fc.stringMatching(/^[a-z]{6,12}$/).map((text) => `Secret${text}`);
const body = fc.constantFrom(...examples).map(({ text }) => JSON.parse(text) as unknown);

const ways = [
  "value",
  "item",
  "nested key",
  "long key",
  "odd key",
  "key that is a value",
  "key that holds a value",
  "key that holds a value in another case",
  "key that is a part of a text",
  "key that holds a number",
  "type of field data",
  "map key",
  "key of unknown field data",
] as const;

/** A place in a body: which of its containers, in the order in which they are found. */
interface Planted {
  at: number;
  how: (typeof ways)[number];
  secret: string;
}
const planted: fc.Arbitrary<Planted> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom(...ways),
  secret,
});

test("planted in an example", () => {
  fc.assert(
    fc.property(body, fc.array(planted, { minLength: 1, maxLength: 8 }), fc.boolean(), (value, secrets, wrapped) => {
      // Those first that take the place of another value, or a text would go and the key that holds it would stay.
      for (const one of secrets.toSorted(valuesFirst)) plant(value, one);
      const report = JSON.stringify(
        reportDrift([wrapped ? { payload: value, sourceName: secrets[0]!.secret } : value]),
      );
      for (const one of secrets) expect(report).not.toContain(one.secret);
    }),
    { numRuns: 4000 },
  );
});

test("planted in any JSON", () => {
  const text = fc.string({ minLength: 4 }).map((text) => `Secret${text}`);
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), fc.constant(null), tie("array"), tie("object")),
    array: fc.array(tie("value")),
    object: fc.dictionary(
      fc.constantFrom("type", "id", "payload", "tags", "factSheet", "name", "anything", "data"),
      tie("value"),
    ),
  })).value;
  fc.assert(
    fc.property(json, fc.boolean(), (value, asText) => {
      expect(JSON.stringify(reportDrift([asText ? JSON.stringify(value) : value]))).not.toContain("Secret");
    }),
    { numRuns: 2000 },
  );
});

/** Words that a report can hold whatever the bodies are: its own, and those of the schemas. */
const ownWords = [
  ...[
    "UNKNOWN_FIELD",
    "OTHER_TYPE",
    "OTHER_VALUE",
    "OTHER_FORMAT",
    "GUESSED_FIELD",
    "UNKNOWN_EVENT",
    "ENVELOPE",
    "UNKNOWN",
    "object with named",
  ],
  ...["absent", "array of", "boolean", "integer", "number", "string (id)", "string (timestamp)", "string (date)"],
  ...eventTypes,
  ...Object.values(modelShapes).flatMap((shape) =>
    typeof shape === "object" && "fields" in shape ? Object.keys(shape.fields) : [],
  ),
].join("\n");

const keys = fc.oneof(
  fc.constantFrom(
    "type",
    "id",
    "payload",
    "tags",
    "factSheet",
    "fields",
    "data",
    "name",
    "completion",
    "subCompletions",
  ),
  fc.stringMatching(/^[ABab]{1,8}$/),
  fc.string(),
);
const texts = fc.oneof(
  fc.constantFrom(...Object.values(eventCatalog).flatMap(({ wireNames }) => wireNames)),
  fc.stringMatching(/^[ABab]{1,8}$/),
  fc.string(),
);
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, texts, fc.integer(), fc.constant(null), tie("array"), tie("object")),
  array: fc.array(tie("value"), { maxLength: 4 }),
  object: fc.dictionary(keys, tie("value"), { maxKeys: 6 }),
}));

test("no text of four characters or more of any body is in its report", () => {
  const addition = fc.dictionary(keys, anyJson.value, { maxKeys: 6 });
  const extended = fc.tuple(body, addition).map(([example, more]) => ({ ...more, ...(example as object) }));
  fc.assert(
    fc.property(fc.oneof(anyJson.value, extended), fc.boolean(), (value, wrapped) => {
      const report = reportDrift([wrapped ? { payload: value } : value]);
      const written = report.flatMap(({ path, seen }) => [path, seen]).join("\n");
      const found = textsOf(value).filter((text) => text.length >= 4 && written.includes(text));
      expect(found.filter((text) => !ownWords.includes(text))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test("in text that is not JSON, and in the name of an event", () => {
  const bodies = [
    '{"type":"SecretThing',
    "SecretThing",
    { type: "SecretThing" },
    { type: "SecretThing", id: "SecretThing" },
  ];
  expect(JSON.stringify(reportDrift(bodies))).not.toContain("Secret");
});

function plant(root: unknown, { at, how, secret }: Planted): void {
  const containers = containersOf(root);
  const container = containers[at % containers.length] as Record<string, unknown>;
  const keys = Object.keys(container);
  if (how === "value") container[keys[at % keys.length] ?? "0"] = secret;
  else if (how === "map key") plantInMap(containers, secret);
  else if (how === "type of field data") plantType(containers, secret);
  else if (how === "key of unknown field data") plantInFieldData(containers, secret);
  else if (Array.isArray(container)) container.push(secret, [{ [secret]: secret }]);
  else if (how === "item") container.unknownList = [secret, [secret], { name: secret }];
  else if (how === "nested key") container.unknownObject = { [secret]: { [secret]: secret } };
  else if (how === "long key") container[`${secret}${"x".repeat(60)}`] = secret;
  else if (how === "key that is a value") container[secret] = secret;
  else if (how === "key that holds a value") container[`has${secret}Too`] = [secret];
  else if (how === "key that holds a value in another case") container[`has${secret}Too`] = [secret.toUpperCase()];
  else if (how === "key that is a part of a text") container[secret] = `The ${secret} of ours`;
  else if (how === "key that holds a number") container[`${secret}${numberOf(secret)}`] = numberOf(secret);
  else container[`${secret} ${secret}`] = { [secret]: 1 };
}

function valuesFirst(one: Planted, other: Planted): number {
  return Number(other.how === "value") - Number(one.how === "value");
}

function plantInFieldData(containers: unknown[], secret: string): void {
  for (const container of containers as Record<string, unknown>[])
    if ("fields" in container) container.fields = [{ name: "x", data: { type: "Unheard", [secret]: { [secret]: 1 } } }];
}

function plantType(containers: unknown[], secret: string): void {
  for (const container of containers as Record<string, unknown>[])
    if ("fields" in container) container.fields = [{ name: "x", data: { type: secret, x: 1 } }];
}

/** Digits that are as secret as the letters. */
function numberOf(secret: string): number {
  return [...secret].reduce((number, letter) => (number * 31 + letter.charCodeAt(0)) % 1_000_000_007, 1_000);
}

/** The keys of a completion's parts are the workspace's own. */
function plantInMap(containers: unknown[], secret: string): void {
  for (const container of containers as Record<string, unknown>[])
    if ("subCompletions" in container)
      container.subCompletions = { [secret]: { [secret]: 1 }, [`${secret}-`]: { completion: 1, [`${secret}s`]: 1 } };
}

/** The objects and arrays of a body, maps left out: what is planted there by another name than a key is a part of the map. */
function containersOf(value: unknown, key = ""): object[] {
  if (typeof value !== "object" || value === null) return [];
  const parts = Object.entries(value).flatMap(([key, part]) => containersOf(part, key));
  return key === "subCompletions" ? parts : [value, ...parts];
}

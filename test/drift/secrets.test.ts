/** No value of a body is ever written: secrets are planted everywhere, and none may stand in the report. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { reportDrift } from "../../src/drift.js";
import { examples } from "../examples.js";

const secret = fc.stringMatching(/^[a-z]{6,12}$/).map((text) => `Secret${text}`);
const body = fc.constantFrom(...examples).map(({ text }) => JSON.parse(text) as unknown);

/** A place in a body: which of its containers, in the order in which they are found. */
interface Planted {
  at: number;
  how: "value" | "item" | "nested key" | "long key" | "odd key" | "map key";
  secret: string;
}
const planted: fc.Arbitrary<Planted> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("value", "item", "nested key", "long key", "odd key", "map key"),
  secret,
});

test("planted in an example", () => {
  fc.assert(
    fc.property(body, fc.array(planted, { minLength: 1, maxLength: 8 }), fc.boolean(), (value, secrets, wrapped) => {
      for (const one of secrets) plant(value, one);
      const report = JSON.stringify(
        reportDrift([wrapped ? { payload: value, sourceName: secrets[0]!.secret } : value]),
      );
      for (const one of secrets) expect(report).not.toContain(one.secret);
    }),
    { numRuns: 2000 },
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
  else if (Array.isArray(container)) container.push(secret, [{ [secret]: secret }]);
  else if (how === "item") container.unknownList = [secret, [secret], { name: secret }];
  else if (how === "nested key") container.unknownObject = { [secret]: { [secret]: secret } };
  else if (how === "long key") container[`${secret}${"x".repeat(60)}`] = secret;
  else container[`${secret} ${secret}`] = { [secret]: 1 };
}

/** The keys of a completion's parts are the workspace's own. */
function plantInMap(containers: unknown[], secret: string): void {
  for (const container of containers as Record<string, unknown>[])
    if ("subCompletions" in container)
      container.subCompletions = { [secret]: { type: secret, [`${secret}-`]: secret } };
}

/** The objects and arrays of a body, maps left out: what is planted there by another name than a key is a part of the map. */
function containersOf(value: unknown, key = ""): object[] {
  if (typeof value !== "object" || value === null) return [];
  const parts = Object.entries(value).flatMap(([key, part]) => containersOf(part, key));
  return key === "subCompletions" ? parts : [value, ...parts];
}

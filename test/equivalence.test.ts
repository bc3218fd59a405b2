/** zod, the generated checks and the JSON Schemas of both dialects are one: the same verdict on every body. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { readSchemas } from "../scripts/generate/read-schemas.js";
import { firstIssue } from "../src/check.js";
import { payloadChecks } from "../src/generated/checks.js";
import { type EventType, safeParseWebhookEvent } from "../src/index.js";
import { broken, validBodies } from "./bodies.js";
import { exampleBody, examples } from "./examples.js";
import { dialects, jsonSchemaAccepts, kebabCase } from "./json-schemas.js";

const bodies = Number(process.env.EQUIVALENCE_RUNS ?? 20_000);
const seed = Number(process.env.EQUIVALENCE_SEED ?? Date.now() % 2 ** 31);
const library = readSchemas();
const valid = validBodies(library);
const runs = Math.ceil(bodies / library.events.length / 2);
const verdicts = { accepted: 0, refused: 0, different: 0 };

afterAll(() => {
  const { accepted, refused, different } = verdicts;
  console.log(
    `equivalence: ${accepted + refused + different} bodies, ${accepted} accepted, ${refused} refused, ${different} differences, seed ${seed}`,
  );
});

function check(eventType: EventType, body: unknown): void {
  try {
    verdicts[agreedVerdict(eventType, body)]++;
  } catch (difference) {
    verdicts.different++;
    throw difference;
  }
}

/** Fails where two of them disagree. */
function agreedVerdict(eventType: EventType, body: unknown): "accepted" | "refused" {
  const { category, schema } = library.events.find((event) => event.eventType === eventType)!;
  const { error } = schema.safeParse(body);
  const issue = firstIssue(payloadChecks[eventType], body);
  expect(issue === undefined, JSON.stringify({ issue, zod: error?.issues, body })).toBe(error === undefined);
  if (issue !== undefined) expect(error!.issues.map(({ path }) => path)).toContainEqual(issue.path);

  const parsed = safeParseWebhookEvent(body);
  for (const dialect of dialects) {
    expect(jsonSchemaAccepts(dialect, kebabCase(eventType), body), `${dialect} ${JSON.stringify(body)}`).toBe(
      error === undefined,
    );
    expect(jsonSchemaAccepts(dialect, "webhook-payload", body), `${dialect} any ${JSON.stringify(body)}`).toBe(
      parsed.success,
    );
    const inCategory =
      parsed.success &&
      library.events.some((event) => event.eventType === parsed.data.type && event.category === category);
    expect(jsonSchemaAccepts(dialect, category, body), `${dialect} ${category} ${JSON.stringify(body)}`).toBe(
      inCategory,
    );
  }
  return error === undefined ? "accepted" : "refused";
}

test.each(library.events.map(({ eventType, payload }) => [eventType, payload] as const))(
  "%s",
  (eventType, payload) => {
    const pairs = valid(payload).chain((body) => fc.tuple(fc.constant(body), broken(body)));
    const property = fc.property(pairs, ([body, mutant]) => {
      expect(firstIssue(payloadChecks[eventType as EventType], body)).toBeUndefined();
      check(eventType as EventType, body);
      check(eventType as EventType, mutant);
    });
    fc.assert(property, { numRuns: runs, seed });
  },
  600_000,
);

test("every example, broken in one place", () => {
  for (const { file, eventType } of examples) {
    const body = exampleBody(file.replace(/\.json$/, ""));
    fc.assert(
      fc.property(broken(body), (mutant) => check(eventType, mutant)),
      { numRuns: 20, seed },
    );
  }
}, 600_000);

/** zod, the generated checks and the JSON Schemas of all three dialects are one: the same verdict on every body. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type * as z from "zod";
import { readSchemas } from "../../scripts/generate/read/read-schemas.js";
import { kebabCase } from "../../src/catalog/names.js";
import * as dispatch from "../../src/generated/dispatch.js";
import { type EventType, safeParseWebhookEvent } from "../../src/index.js";
import { isObject } from "../../src/json/object.js";
import { issueOf, type KnownEvent } from "../../src/parse/check.js";
import { knownEventOf } from "../../src/parse/event-type.js";
import { isEnvelope } from "../../src/parse/identify.js";
import { webhookBodySchema } from "../../src/zod.js";
import { broken, inAnyForm, validBodies } from "../bodies.js";
import { exampleBody, examples } from "../examples.js";
import { dialects, jsonSchemaAccepts } from "../json-schemas.js";

const bodies = Number(process.env.EQUIVALENCE_RUNS ?? 20_000);
const seed = Number(process.env.EQUIVALENCE_SEED ?? Date.now() % 2 ** 31);
const library = readSchemas();
const valid = validBodies(library);
const runs = Math.ceil(bodies / library.events.length / 4);
/** The generated records by their names, which are the events'. */
const events = { ...dispatch } as unknown as Record<EventType, KnownEvent>;
const verdicts = { accepted: 0, refused: 0, different: 0 };

afterAll(() => {
  const { accepted, refused, different } = verdicts;
  console.log(
    `equivalence: ${accepted + refused + different} bodies, ${accepted} accepted, ${refused} refused, ${different} differences, seed ${seed}`,
  );
});

function count(agreedVerdict: () => boolean): void {
  try {
    verdicts[agreedVerdict() ? "accepted" : "refused"]++;
  } catch (difference) {
    verdicts.different++;
    throw difference;
  }
}

/** One event's payload, by its own schema: zod, the check and both dialects. */
function payloadVerdict(eventType: EventType, body: unknown): boolean {
  const { schema } = library.events.find((event) => event.eventType === eventType)!;
  const { error } = schema.safeParse(body);
  const accepted = error === undefined;
  // What identifies an event is not checked again.
  const named = isObject(body) && namesEvent(schema, body);
  const issue = named ? issueOf(body, events[eventType].check) : undefined;
  expect(named && issue === undefined, JSON.stringify({ issue, zod: error?.issues, body })).toBe(accepted);
  if (issue !== undefined) expect(error!.issues.map(({ path }) => path)).toContainEqual(issue.path);
  for (const dialect of dialects)
    expect(jsonSchemaAccepts(dialect, kebabCase(eventType), body), `${dialect} ${JSON.stringify(body)}`).toBe(accepted);
  return accepted;
}

function namesEvent(schema: z.ZodObject, body: Record<string, unknown>): boolean {
  return ["type", "progress"].every((key) => {
    const field = schema.shape[key] as z.ZodType | undefined;
    return field?._zod.def.type !== "literal" || field.safeParse(body[key]).success;
  });
}

/** Any body: the parser, zod and the schemas of what a webhook delivers. */
function bodyVerdict(body: unknown): boolean {
  const parsed = safeParseWebhookEvent(body);
  const message = `${parsed.error?.message} ${JSON.stringify(body)}`;
  expect(webhookBodySchema.safeParse(body).success, message).toBe(parsed.success);
  expect(safeParseWebhookEvent(JSON.stringify(body)).success, message).toBe(parsed.success);
  const wrapped = isObject(body) && (isObject(body.payload) || (body.payload !== undefined && isEnvelope(body)));
  const own = isObject(body) ? knownEventOf(body) : undefined;
  for (const dialect of dialects) {
    const accepts = (name: string) => jsonSchemaAccepts(dialect, name, body);
    expect(accepts("webhook-delivery"), `${dialect} delivery ${message}`).toBe(parsed.success);
    if (!wrapped) expect(accepts("webhook-payload"), `${dialect} payload ${message}`).toBe(parsed.success);
    else if (own === undefined)
      expect(accepts("webhook-envelope"), `${dialect} envelope ${message}`).toBe(parsed.success);
    if (wrapped) continue;
    for (const category of library.categories) {
      const type = parsed.success ? parsed.data.type : "UNKNOWN";
      const inCategory = library.events.some((event) => event.eventType === type && event.category === category);
      expect(accepts(category), `${dialect} ${category} ${message}`).toBe(inCategory);
    }
  }
  return parsed.success;
}

function check(eventType: EventType, body: Record<string, unknown>, form: unknown): void {
  count(() => payloadVerdict(eventType, body));
  count(() => bodyVerdict(form));
}

test.each(library.events.map(({ eventType, payload }) => [eventType, payload] as const))(
  "%s",
  (eventType, payload) => {
    const several = valid(payload)
      .chain((body) => fc.tuple(fc.constant(body), broken(body)))
      .chain(([body, mutant]) =>
        fc.tuple(
          fc.constant(body),
          fc.constant(mutant),
          Object.keys(mutant).length > 0 ? broken(mutant) : fc.constant(mutant),
          inAnyForm(body, ["pathfinder", eventType]),
          inAnyForm(mutant, ["pathfinder", eventType]),
        ),
      );
    const property = fc.property(several, ([body, mutant, twice, form, brokenForm]) => {
      expect(issueOf(body, events[eventType as EventType].check)).toBeUndefined();
      check(eventType as EventType, body, form);
      check(eventType as EventType, mutant, brokenForm);
      check(eventType as EventType, twice, twice);
    });
    fc.assert(property, { numRuns: runs, seed });
  },
  600_000,
);

test("every example, broken in one place", () => {
  for (const { name, eventType } of examples) {
    const body = exampleBody(name);
    fc.assert(
      fc.property(broken(body), (mutant) => check(eventType, mutant, mutant)),
      { numRuns: 10, seed },
    );
  }
}, 600_000);

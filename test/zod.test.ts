/** The published zod schemas, as users take them. */
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { commentsPayloadSchema } from "../src/generated/comments.js";
import { factSheetCreatedPayloadSchema } from "../src/generated/fact-sheets.js";
import { integrationRunsPayloadSchema } from "../src/generated/integration-runs.js";
import {
  type EventCategory,
  type EventType,
  eventCatalog,
  eventTypes,
  parseWebhookEvent,
  safeParseWebhookEvent,
} from "../src/index.js";
import { parsedWebhookEventSchema, payloadSchemas, webhookBodySchema, webhookEnvelopeSchema } from "../src/zod.js";
import { type Body, exampleBody, examples } from "./examples.js";
import { dialects, jsonSchemaAccepts } from "./json-schemas.js";

test.each(eventTypes)("the schema of %s takes no other event", (eventType) => {
  const others = examples.filter((example) => example.eventType !== eventType);

  expect(others.filter(({ body }) => payloadSchemas[eventType].safeParse(body).success)).toEqual([]);
});

test("an id is asked for what it is, not for its length", () => {
  const body = { ...exampleBody("comment-created"), workspaceId: { length: { toString: 1 } } };

  expect(payloadSchemas.COMMENT_CREATED.safeParse(body).error!.issues[0]!.path).toEqual(["workspaceId"]);
});

test("a schema can be extended", () => {
  const extended = factSheetCreatedPayloadSchema.extend({ tenant: z.string() });

  expect(extended.safeParse(exampleBody("fact-sheet-created")).error!.issues[0]!.path).toEqual(["tenant"]);
});

test("the schema of a category says first which event it is", () => {
  const reply = exampleBody("comment-reply-added");

  expect(commentsPayloadSchema.parse(reply)).toEqual(reply);
  for (const schema of [commentsPayloadSchema, commentsPayloadSchema.describe("A copy.")])
    expect(schema.safeParse({ ...reply, replyId: 7 }).error!.issues).toMatchObject([{ path: ["replyId"] }]);
  expect(commentsPayloadSchema.safeParse(exampleBody("fact-sheet-viewed")).error!.issues).toMatchObject([
    { path: [], message: expect.stringContaining("expected COMMENT_CREATED or COMMENT_REPLY_ADDED or ") },
  ]);
  expect(commentsPayloadSchema.safeParse(null).success).toBe(false);
  expect(integrationRunsPayloadSchema.safeParse(exampleBody("integration-run-aborted")).success).toBe(true);
});

// zod compiles since 4.6.
describe.runIf("compile" in z)("z.compile", () => {
  const recursive = ["FACT_SHEET_CREATED", "FACT_SHEET_UPDATED", "POLL_RESULT_CREATED", "POLL_RESULT_UPDATED"];

  test.each(eventTypes)("takes the schema of %s, unless it can hold itself, and judges alike", (eventType) => {
    const schema: z.ZodType = payloadSchemas[eventType];
    const compile = () => z.compile(schema, { strict: true });

    if (recursive.includes(eventType)) {
      expect(compile).toThrow();
      expect(z.compile(schema)).toBe(schema);
      return;
    }
    const compiled = compile();
    for (const { body } of examples.filter((example) => example.eventType === eventType))
      for (const one of [body, ...broken(body)])
        expect(compiled.safeParse(one).success).toBe(schema.safeParse(one).success);
  });
});

describe("a map", () => {
  const map = (json: string) => withCompletion({ subCompletions: JSON.parse(json) });
  const verdicts = (body: Body) => [
    payloadSchemas.FACT_SHEET_UPDATED.safeParse(body).success,
    safeParseWebhookEvent(body).success,
    ...dialects.map((dialect) => jsonSchemaAccepts(dialect, "fact-sheet-updated", body)),
  ];

  test.each(["section.a", "__proto__", "constructor"])("checks its entry %s", (key) => {
    const good = map(`{"${key}":{"percentage":7}}`);
    const bad = map(`{"${key}":{"percentage":"7"}}`);
    const path = ["factSheet", "completion", "subCompletions", key, "percentage"];

    expect(new Set(verdicts(good))).toEqual(new Set([true]));
    expect(new Set(verdicts(bad))).toEqual(new Set([false]));
    expect(payloadSchemas.FACT_SHEET_UPDATED.parse(good)).toEqual(good);
    expect(payloadSchemas.FACT_SHEET_UPDATED.safeParse(bad).error!.issues).toMatchObject([{ path }]);
    expect(safeParseWebhookEvent(bad).error!.path).toEqual(path);
  });

  test("takes null for an entry, and nothing but an object for itself", () => {
    expect(new Set(verdicts(map('{"section.a":null,"__proto__":null}')))).toEqual(new Set([true]));
    for (const json of ["[]", "7", '{"a":7}', '{"a":[]}'])
      expect(new Set(verdicts(map(json)))).toEqual(new Set([false]));
    const { factSheet } = parseWebhookEvent(map('{"a":null}')).payload as z.output<
      typeof factSheetCreatedPayloadSchema
    >;
    expect(factSheet.completion?.subCompletions?.a?.percentage).toBeUndefined();
  });
});

test("the schema of the body gives the event, and lists every issue", () => {
  const body = exampleBody("fact-sheet-updated");

  expect(webhookBodySchema.parse(JSON.stringify(body))).toEqual(parseWebhookEvent(body));
  expect(webhookBodySchema.parse(body).payload).toBe(body);
  expect(webhookBodySchema.parse({})).toEqual(parseWebhookEvent({}));
  expect(webhookBodySchema.safeParse({ ...body, id: "x", createdAt: 7 }).error!.issues).toMatchObject([
    { path: ["id"] },
    { path: ["createdAt"] },
  ]);
  expect(webhookBodySchema.safeParse({ payload: { ...body, id: "x" } }).error!.issues).toMatchObject([
    { path: ["payload", "id"] },
  ]);
  expect(webhookBodySchema.safeParse("{").error!.issues).toMatchObject([
    { path: [], message: "webhook event: body: expected JSON, received 1 characters of something else" },
  ]);
});

test.each([
  ["too many values", ["naFields", 0], () => withFactSheet({ naFields: Array(125_000).fill(7) })],
  ["an array of holes", ["naFields", 0], () => withFactSheet({ naFields: Array(1_000_000) })],
  ["paths of 800 keys", ["k0"], () => withCompletion(completions(400, twoThousandIssues()))],
  ["a getter that throws", [], () => withGetter(() => expect.fail())],
  ["a getter that is wrong once", [], () => withGetter((times) => (times === 1 ? "x" : 7))],
])("of a payload with %s, the schema of the body gives one issue", (_what, end, bodyOf) => {
  const { issues } = webhookBodySchema.safeParse(bodyOf()).error!;

  expect(issues).toHaveLength(1);
  expect(issues[0]!.path.slice(-end.length)).toEqual(end);
});

test.each([
  ["completions", payloadSchemas.FACT_SHEET_UPDATED, (levels: number) => withCompletion(completions(levels, {}))],
  ["questions", payloadSchemas.POLL_RESULT_CREATED, (levels: number) => withQuestion(questions(levels))],
])("%s are refused at the depth at which the parser refuses them", async (_what, schema, body) => {
  expect(schema.safeParse(body(500)).error).toBeUndefined();
  for (const levels of [501, 5000]) {
    const { code, path } = safeParseWebhookEvent(body(levels)).error!;
    const issues = [{ path, message: "expected at most 500 levels" }];
    expect(code).toBe("TOO_DEEP");
    expect(schema.safeParse(body(levels)).error!.issues).toMatchObject(issues);
    expect((await schema.safeParseAsync(body(levels))).error!.issues).toMatchObject(issues);
  }
});

function withFactSheet(fields: object): Body {
  const body = exampleBody("fact-sheet-updated");
  return { ...body, factSheet: { ...body.factSheet, ...fields } };
}

function withCompletion(completion: Body): Body {
  return withFactSheet({ completion });
}

function completions(levels: number, inmost: Body): Body {
  let completion = inmost;
  for (let level = 1; level < levels; level++) completion = { subCompletions: { a: completion } };
  return completion;
}

function twoThousandIssues(): Body {
  return { subCompletions: Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, 7])) };
}

function withQuestion(question: Body): Body {
  return {
    ...exampleBody("poll-result-created"),
    pollRun: { id: "r", poll: { id: "p", questionnaire: { questions: [question] } } },
  };
}

function questions(levels: number): Body {
  let question: Body = { id: "q", type: "group" };
  for (let level = 1; level < levels; level++) question = { ...question, children: [question] };
  return question;
}

function withGetter(id: (times: number) => unknown): Body {
  let times = 0;
  return Object.defineProperty(exampleBody("fact-sheet-viewed"), "id", { get: () => id(++times), enumerable: true });
}

test("the schema of a parsed event takes what was parsed, and neither a body nor a bad payload", () => {
  const payload = { type: "RelationGoneEvent" };
  const event = parseWebhookEvent({ tags: ["RELATION_DELETED"], payload });
  const viewed = parseWebhookEvent(exampleBody("fact-sheet-viewed"));

  for (const parsed of [event, viewed, parseWebhookEvent("{}")])
    expect(parsedWebhookEventSchema.safeParse(parsed).error).toBeUndefined();
  expect(event.type).toBe("RELATION_DELETED");
  expect(parsedWebhookEventSchema.safeParse({ ...viewed, payload: { ...payload } }).success).toBe(false);
  expect(parsedWebhookEventSchema.safeParse(viewed.payload).success).toBe(false);
});

test("what zod refuses of a known event, the parser refuses", () => {
  for (const { eventType, body } of examples) {
    const wrong = { ...(body as object), workspaceId: 7, tag: 7, synchronizationId: 7 };
    if (payloadSchemas[eventType].safeParse(wrong).success) continue;
    const { data } = safeParseWebhookEvent(wrong);
    expect(data?.type ?? "refused").toBe(eventCatalog[eventType].evidence === "inferred" ? "UNKNOWN" : "refused");
  }
});

interface Published {
  name: string;
  schema: z.ZodType;
  eventTypes: readonly EventType[];
  /** What the schema takes of a payload. */
  form?: (payload: unknown) => unknown;
}

/** The schemas whose JSON Schema a user may print. */
const published: Published[] = [
  ...eventTypes.map((name) => ({ name, schema: payloadSchemas[name], eventTypes: [name] })),
  ...(await Promise.all([...new Set(Object.values(eventCatalog).map(({ category }) => category))].map(ofCategory))),
  { name: "a body", schema: webhookBodySchema, eventTypes },
  { name: "a wrapped body", schema: webhookBodySchema, eventTypes, form: wrapped },
  { name: "an envelope", schema: webhookEnvelopeSchema, eventTypes: ["COMMENT_CREATED"], form: wrapped },
  { name: "a parsed event", schema: parsedWebhookEventSchema, eventTypes, form: parseWebhookEvent },
];

async function ofCategory(name: EventCategory): Promise<Published> {
  const module: object = await import(`../src/generated/${name}.ts`);
  const schema = Object.values(module).find((value) => value instanceof z.ZodLazy) as z.ZodType;
  return { name, schema, eventTypes: eventTypes.filter((type) => eventCatalog[type].category === name) };
}

function wrapped(payload: unknown): unknown {
  return { id: "e", tags: ["pathfinder"], payload };
}

/** Other bodies, and the body with one value at a time removed, or replaced by one that fits few schemas. */
function broken(body: unknown): object[] {
  const others = [{}, { type: "Unheard of" }, { ...(body as object), type: "CommentDeletedEvent" }];
  const changed = paths(body).flatMap((path) => [undefined, { type: 7 }].map((value) => changedAt(body, path, value)));
  return [...others, ...changed];
}

function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...paths(inner, [...path, key])]);
}

function changedAt(body: unknown, path: string[], value: unknown): object {
  const copy = structuredClone(body) as object;
  const holder = path.slice(0, -1).reduce<Body>((at, key) => at[key], copy);
  if (value === undefined) delete holder[path.at(-1)!];
  else holder[path.at(-1)!] = value;
  return copy;
}

const compiled = new Map<string, (body: unknown) => boolean>();

function compile(schema: z.ZodType, params: Parameters<typeof z.toJSONSchema>[1]): (body: unknown) => boolean {
  const printed = z.toJSONSchema(schema, params);
  const text = JSON.stringify(printed);
  const known = compiled.get(text);
  if (known) return known;
  const ajv = params?.target === "draft-7" ? new Ajv({ strict: false }) : new Ajv2020({ strict: false });
  const validate = ajv.compile(printed);
  compiled.set(text, validate);
  return validate;
}

describe.each(published)("the JSON Schema of $name, as zod prints it,", ({ schema, eventTypes, form = Object }) => {
  const own = examples.filter(({ eventType }) => eventTypes.includes(eventType));
  const bodies = own.map(({ body }) => form(body));
  const variants = own
    .filter(({ variant }) => variant === "")
    .flatMap(({ body }) => broken(form(body)))
    // The oldest zod takes an object without the key of a `z.unknown()`, though it prints it as required.
    .filter((body) => schema !== webhookEnvelopeSchema || "payload" in body);
  const misfits = new Set(variants.filter((body) => !schema.safeParse(body).success));

  test.each(["draft-2020-12", "draft-7"] as const)("takes what the schema takes: %s", (target) => {
    // Both are usually the same.
    const validators = new Set((["input", "output"] as const).map((io) => compile(schema, { target, io })));

    for (const accepts of validators) {
      expect(bodies.filter((body) => !schema.safeParse(body).success || !accepts(body))).toEqual([]);
      expect(variants.filter((body) => accepts(body) === misfits.has(body))).toEqual([]);
    }
    expect(misfits.size).toBeGreaterThan(0);
  });

  test("can be a part of another", () => {
    const accepts = compile(z.object({ body: schema }), { reused: "ref" });

    expect(bodies.filter((body) => !accepts({ body }))).toEqual([]);
    expect([...misfits].filter((body) => accepts({ body }))).toEqual([]);
  });

  test("has only what OpenAPI 3.0 knows", () => {
    const text = JSON.stringify(z.toJSONSchema(schema, { target: "openapi-3.0" }));

    expect(text).not.toMatch(/"const":|"type":"null"|"type":\[/);
  });
});

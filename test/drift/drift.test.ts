import { expect, test } from "vitest";
import { type DriftFinding, reportDrift } from "../../src/drift.js";
import { parseWebhookEvent } from "../../src/index.js";
import { type Body, exampleBody, examples } from "../examples.js";

/** The findings of an example that was changed, as `kind path: seen`. */
function driftOf(example: string, change: (body: Body) => void): string[] {
  const body = exampleBody(example);
  change(body);
  return reportDrift([body]).map(({ kind, path, seen }) => `${kind} ${path}: ${seen}`);
}

test("the published examples have none", () => {
  expect(reportDrift(examples.map(({ text }) => text))).toEqual([]);
  const wrapped = examples.map(({ text }) => ({ payload: JSON.parse(text), tags: [] }));
  expect(reportDrift(wrapped).filter(({ event }) => event !== "ENVELOPE")).toEqual([]);
});

test("a finding is merged over bodies, and says in how many it is", () => {
  const body = (value: unknown) => ({ ...exampleBody("fact-sheet-viewed"), channel: value });
  const deep = { ...exampleBody("fact-sheet-viewed"), id: "7" };

  const findings = reportDrift([
    body(7),
    JSON.stringify(body([1, "x"])),
    body([]),
    deep,
    new TextEncoder().encode("{}"),
  ]);

  expect(findings).toEqual([
    { event: "FACT_SHEET_VIEWED", kind: "OTHER_TYPE", path: "id", seen: "string", bodies: 1 },
    {
      event: "FACT_SHEET_VIEWED",
      kind: "UNKNOWN_FIELD",
      path: "channel",
      seen: "array of integer | string | integer",
      bodies: 3,
    },
  ] satisfies DriftFinding[]);
});

test("a finding that a body has twice is counted once", () => {
  const findings = reportDrift([
    { ...exampleBody("comment-deleted.with-replies"), comment: { id: "c", replies: [{ pin: 1 }, { pin: 2.5 }] } },
  ]);

  expect(findings).toMatchObject([{ path: "comment.replies[].pin", seen: "integer | number", bodies: 1 }]);
});

test.each<[what: string, example: string, change: (body: Body) => void, findings: string[]]>([
  [
    "a field that no schema names, with the keys that schemas know",
    "fact-sheet-created",
    (b) => (b.factSheet.successors = [{ id: "1", displayName: "x", workspacesOwn: 1 }]),
    ["UNKNOWN_FIELD factSheet.successors: array of object with displayName, id"],
  ],
  [
    "a value in a map",
    "fact-sheet-created",
    (b) => (b.factSheet.completion.subCompletions = { secret: { extra: true } }),
    ["UNKNOWN_FIELD factSheet.completion.subCompletions.*.*: boolean"],
  ],
  [
    "a null in a map",
    "fact-sheet-created",
    (b) => (b.factSheet.completion.subCompletions = { secret: null, other: {} }),
    [],
  ],
  [
    "the sign of an optional field in a key",
    "fact-sheet-viewed",
    (b) => (b["userId?"] = 7),
    ["UNKNOWN_FIELD *: integer"],
  ],
  [
    "a key that holds a text of the body",
    "fact-sheet-viewed",
    (b) => Object.assign(b, { hasBillingApp: "Bill" }),
    ["UNKNOWN_FIELD *: string"],
  ],
  [
    "a key that holds a short text of it",
    "fact-sheet-viewed",
    (b) => Object.assign(b, { isApp: "App" }),
    ["UNKNOWN_FIELD isApp: string"],
  ],
  ["a key that is not the vendor's", "fact-sheet-viewed", (b) => (b["Größe 1"] = 1), ["UNKNOWN_FIELD *: integer"]],
  ["a long key", "fact-sheet-viewed", (b) => (b["k".repeat(61)] = 1), ["UNKNOWN_FIELD *: integer"]],
  [
    "a required field that is absent",
    "fact-sheet-created",
    (b) => delete b.factSheet.id,
    ["OTHER_TYPE factSheet.id: absent"],
  ],
  ["a required field that is null", "fact-sheet-created", (b) => (b.factSheet = null), ["OTHER_TYPE factSheet: null"]],
  [
    "undefined",
    "fact-sheet-viewed",
    (b) => Object.assign(b, { id: undefined, more: undefined }),
    ["OTHER_TYPE id: absent"],
  ],
  ["an optional field that is null", "fact-sheet-viewed", (b) => (b.userId = null), []],
  [
    "a text that is not a timestamp",
    "fact-sheet-viewed",
    (b) => (b.createdAt = "2026-01-31"),
    ["OTHER_FORMAT createdAt: string (9999-99-99)"],
  ],
  ["no array", "fact-sheet-created", (b) => (b.factSheet.fields = {}), ["OTHER_TYPE factSheet.fields: object"]],
  [
    "no map",
    "fact-sheet-created",
    (b) => (b.factSheet.completion.subCompletions = []),
    ["OTHER_TYPE factSheet.completion.subCompletions: array"],
  ],
  [
    "field data of a known type",
    "fact-sheet-created",
    (b) => (b.factSheet.fields = [{ name: "x", data: { type: "DateValue", value: "soon", unit: 1 } }]),
    [
      "GUESSED_FIELD factSheet.fields[].data.value: string",
      "OTHER_FORMAT factSheet.fields[].data.value: string",
      "UNKNOWN_FIELD factSheet.fields[].data.unit: integer",
    ],
  ],
  [
    "field data of an unknown type",
    "fact-sheet-created",
    (b) => (b.factSheet.fields = [{ name: "x", data: { type: "MoneyValue", amount: 1 } }]),
    [
      "OTHER_VALUE factSheet.fields[].data.type: string named MoneyValue",
      "UNKNOWN_FIELD factSheet.fields[].data.*: integer",
    ],
  ],
  [
    "field data of an unknown type, in capitals of the workspace's own",
    "fact-sheet-field-updated",
    (b) => (b.newValue = { type: "PhoenixData", amount: 1 }),
    ["OTHER_VALUE newValue.type: string"],
  ],
  [
    "a new value of a fixed set",
    "fact-sheet-created",
    (b) => Object.assign(b.factSheet, { status: "DELETED", lxState: "BROKEN_SEAL" }),
    ["OTHER_VALUE factSheet.lxState: string", "OTHER_VALUE factSheet.status: string"],
  ],
  [
    "times in other forms",
    "fact-sheet-created",
    (b) => Object.assign(b, { createdAt: "31.01.2026, 9:15", factSheet: { ...b.factSheet, updatedAt: "yesterday" } }),
    ["OTHER_FORMAT createdAt: string (99.99.9999, 9:99)", "OTHER_FORMAT factSheet.updatedAt: string"],
  ],
  [
    "a guess from the REST API in an event that is published",
    "fact-sheet-created",
    (b) => (b.factSheet.milestones = [{ id: "m", date: null }]),
    ["GUESSED_FIELD factSheet.milestones[].date: null", "GUESSED_FIELD factSheet.milestones[].id: string"],
  ],
  [
    "a key with a word that stands in a text, in any case",
    "fact-sheet-viewed",
    (b) => Object.assign(b, { phoenixCount: 1, PROJECT_OWNER: 2, note: "Project PHOENIX" }),
    ["UNKNOWN_FIELD *: integer", "UNKNOWN_FIELD note: string"],
  ],
  [
    "a key with digits that stand in a number",
    "fact-sheet-viewed",
    (b) => Object.assign(b, { customer48151623: 1, count: 48151623 }),
    ["UNKNOWN_FIELD *: integer", "UNKNOWN_FIELD count: integer"],
  ],
  [
    "a key with a word of the schemas' own texts",
    "fact-sheet-viewed",
    (b) => Object.assign(b, { viewedFactSheetEvent: 1 }),
    ["UNKNOWN_FIELD viewedFactSheetEvent: integer"],
  ],
  ["a value of many types", "poll-result-created", (b) => (b.createdAt = true), ["OTHER_TYPE createdAt: boolean"]],
  ["another of these types", "poll-result-created", (b) => (b.createdAt = 1.5), []],
  ["any value", "fact-sheet-field-updated", (b) => Object.assign(b, { oldValue: 7, newValue: { free: 1 } }), []],
])("%s", (_what, example, change, findings) => {
  expect(driftOf(example, change)).toEqual(findings);
});

test("an optional field is reported of an event that is a guess, unless the body is the example", () => {
  const findings = driftOf("relation-archived.minimal", (b) => Object.assign(b, { userId: null, relationId: "r" }));

  expect(findings).toContain("GUESSED_FIELD relationId: string");
  expect(findings).toContain("GUESSED_FIELD userId: null");
  expect(driftOf("relation-archived", () => {})).toEqual([]);
});

test("a body of an inferred event with another name and shape is compared with the guess", () => {
  const payload = { type: "RelationGoneEvent", relationId: 7 };
  const body = { tags: ["pathfinder", "RELATION_ARCHIVED"], payload };

  expect(reportDrift([body])).toEqual([
    { event: "RELATION_ARCHIVED", kind: "GUESSED_FIELD", path: "relationId", seen: "integer", bodies: 1 },
    { event: "RELATION_ARCHIVED", kind: "OTHER_TYPE", path: "relationId", seen: "integer", bodies: 1 },
    {
      event: "RELATION_ARCHIVED",
      kind: "OTHER_VALUE",
      path: "type",
      seen: "string named RelationGoneEvent",
      bodies: 1,
    },
    { event: "ENVELOPE", kind: "GUESSED_FIELD", path: "tags", seen: "array of string", bodies: 1 },
  ]);
});

test("the envelope is compared, one that does not fit too", () => {
  const body = { payload: exampleBody("fact-sheet-viewed"), sourceId: 7, retries: 1 };

  expect(reportDrift([body, { ...body, payload: JSON.stringify(body.payload) }])).toEqual([
    { event: "ENVELOPE", kind: "GUESSED_FIELD", path: "sourceId", seen: "integer", bodies: 2 },
    { event: "ENVELOPE", kind: "OTHER_TYPE", path: "sourceId", seen: "integer", bodies: 2 },
    { event: "ENVELOPE", kind: "UNKNOWN_FIELD", path: "retries", seen: "integer", bodies: 2 },
  ]);
});

test("an event that no schema describes, and what is none", () => {
  const unknown = { type: "NeverSeenEvent", id: 7, workspaceId: "w", todoId: "1", "todo list": [] };
  const run = { type: "ACME_CRM", progress: "PAUSED", synchronizationId: "s" };

  const findings = reportDrift([
    unknown,
    { ...unknown, type: "NEVER_SEEN" },
    { payload: unknown, tags: [] },
    { type: "neverSeen" },
    { type: `N${"e".repeat(60)}Event` },
    run,
    "{",
    Uint8Array.of(0xff),
    7,
    "null",
    "{}",
    { text: "posted by a callback" },
    JSON.stringify(JSON.stringify(exampleBody("fact-sheet-viewed"))),
  ]);

  expect(findings.map(({ event, kind, path, seen, bodies }) => [event, kind, path, seen, bodies])).toEqual([
    ["ENVELOPE", "GUESSED_FIELD", "tags", "array", 1],
    ["UNKNOWN", "UNKNOWN_EVENT", "", "integer | null | object | string", 9],
    ["UNKNOWN", "UNKNOWN_EVENT", "", "object named NEVER_SEEN", 1],
    ["UNKNOWN", "UNKNOWN_EVENT", "", "object named NeverSeenEvent", 2],
  ]);
});

test.each<[string, unknown, string[]]>([
  ["an unknown event", { id: "e", payload: { type: "TodoCreatedEvent" } }, ["ENVELOPE id", "UNKNOWN "]],
  ["an empty body", { id: "e", retries: 1, payload: {} }, ["ENVELOPE id", "ENVELOPE retries"]],
  ["a row of the delivery log is none", { targetUrl: "u", targetMethod: "POST", payload: "{}" }, []],
])("an envelope around %s is compared", (_what, body, expected) => {
  expect(reportDrift([body]).map(({ event, path }) => `${event} ${path}`)).toEqual(expected);
});

test.each([
  { id: "0b9c3c2e-2f3a-4b1c-9d8e-7f6a5b4c3d2e", type: "SecurityEvent" },
  { type: "SecurityEvent", displayName: "x" },
  { type: "SECURITY_EVENT", rev: 1 },
  { type: "ACME_CRM", progress: "PAUSED" },
])("the type of a fact sheet or run is not written as an event's: %o", (payload) => {
  const tags = ["pathfinder", "FACT_SHEET_DELETED"];

  expect(JSON.stringify(reportDrift([payload, { id: "e", payload }, { id: "e", tags, payload }]))).not.toContain(
    payload.type,
  );
});

test("what has more than 20 unknown names in one place is a map, of one body or of many", () => {
  const names = Array.from({ length: 80 }, (_, index) => `Person${String.fromCharCode(65 + (index % 26))}${index}`);
  const viewed = exampleBody("fact-sheet-viewed");
  const field = { event: "FACT_SHEET_VIEWED", kind: "UNKNOWN_FIELD", path: "*", seen: "integer" };

  expect(reportDrift([{ ...viewed, ...Object.fromEntries(names.map((name) => [name, 1])) }])).toEqual([
    { ...field, bodies: 1 },
  ]);
  expect(reportDrift(names.map((name) => ({ ...viewed, [name]: 1 })))).toEqual([{ ...field, bodies: 80 }]);
  expect(reportDrift(names.slice(0, 20).map((name) => ({ ...viewed, [name]: 1 })))).toHaveLength(20);
  const events = names.map((name) => ({
    type: `${name.replace(/\d+/, "")}${"x".repeat(Number(/\d+/.exec(name)))}Event`,
  }));
  expect(reportDrift(events)).toMatchObject([{ event: "UNKNOWN", seen: "object", bodies: 80 }]);
});

test("a body with very many unknown keys is read in a moment", () => {
  const key = "k".repeat(55);
  const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`${key}${index}`, 1]));
  const relations = Array.from({ length: 30_000 }, () => ({ [key]: 1 }));
  const body = exampleBody("fact-sheet-created");

  const started = performance.now();
  reportDrift([{ ...body, ...many, factSheet: { ...body.factSheet, relations } }]);

  // Some 10 times of what it takes; without a bound on the names that are looked at, it takes minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("a body that holds itself ends", () => {
  const body = exampleBody("fact-sheet-viewed");
  body.self = body;

  expect(reportDrift([body])).toMatchObject([{ kind: "UNKNOWN_FIELD", path: "self" }]);
});

test("a text is not taken for a list of bodies", () => {
  // @ts-expect-error: each character would be a body
  expect(reportDrift("{}")).toHaveLength(1);
  expect(reportDrift(new Set(["{}"]))).toEqual([]);
});

test("a value that is nested very deeply is walked as far as events go", () => {
  let completion: Body = { extra: 1 };
  for (let depth = 0; depth < 400; depth++) completion = { subCompletions: { key: completion } };
  let nested: Body = [];
  for (let depth = 0; depth < 100_000; depth++) nested = [nested];

  expect(driftOf("fact-sheet-created", (b) => (b.factSheet.completion = completion))).toEqual([]);
  expect(driftOf("relation-archived.minimal", (b) => (b.deep = nested))).toContain(
    "UNKNOWN_FIELD deep: array of array",
  );
});

test("what drift calls an event is what parsing calls it", () => {
  for (const { text, eventType } of examples) {
    const body = { ...JSON.parse(text), addition: 1 };
    expect(parseWebhookEvent(body).type).toBe(eventType);
    const found = reportDrift([body]);
    expect(found.filter(({ kind }) => kind === "UNKNOWN_FIELD")).toMatchObject([
      { event: eventType, path: "addition" },
    ]);
    // The schemas and the examples agree in everything else, where an example is not meant to be unusual.
    const others = found.filter(
      ({ kind, path }) => kind === "OTHER_TYPE" || (kind === "UNKNOWN_FIELD" && path !== "addition"),
    );
    expect(others).toEqual([]);
  }
});

/** What must never be refused: a 4xx makes the vendor repeat the delivery, and switch the webhook off in the end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import { type EventType, eventCatalog, eventTypes, parseWebhookEvent } from "../../src/index.js";
import { isTimestamp, timestampPattern } from "../../src/json/patterns.js";
import { payloadSchemas } from "../../src/zod.js";
import { type Body, exampleBody } from "../examples.js";
import { dialects, jsonSchemaAccepts } from "../json-schemas.js";

function completionTree(levels: number): Body {
  let tree: Body = { type: "ConcreteCompletion", completion: 1, percentage: 100 };
  for (let level = 1; level < levels; level++)
    tree = { type: "SectionCompletion", completion: 1, percentage: 100, subCompletions: { deeper: tree } };
  return tree;
}

const variations: [what: string, example: string, change: (body: Body) => void][] = [
  ["an unknown key", "fact-sheet-created", (body) => (body.news = { any: [1] })],
  ["an unknown key deep inside", "fact-sheet-updated", (body) => (body.factSheet.relations[0].news = "x")],
  ["a key called payload", "fact-sheet-created", (body) => (body.payload = { type: "Other" })],
  ["no user", "fact-sheet-created", (body) => (body.userId = null)],
  ["no completion", "fact-sheet-created", (body) => delete body.factSheet.completion],
  ["an unknown lxState", "fact-sheet-created", (body) => (body.factSheet.lxState = "SUSPENDED")],
  ["an unknown status", "fact-sheet-created", (body) => (body.factSheet.status = "FROZEN")],
  ["an unknown scope", "integration-run-finished", (body) => (body.scope = "NIGHTLY")],
  ["an unknown survey status", "poll-result-created", (body) => (body.pollResult.status = "REOPENED")],
  [
    "an unknown type of field data",
    "fact-sheet-created",
    (body) => body.factSheet.fields.push({ name: "x", data: { type: "Colour", rgb: [1, 2, 3] } }),
  ],
  ["no fraction", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59Z")],
  ["3 fraction digits", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59.123Z")],
  ["6 fraction digits", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59.123456Z")],
  ["9 fraction digits", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59.123456789Z")],
  ["an offset", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59+00:00")],
  ["an offset of hours", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59.5+02")],
  ["no seconds", "fact-sheet-created", (body) => (body.createdAt = "2026-01-01T00:00Z")],
  ["12 fraction digits", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59.123456789012Z")],
  ["a zone's name", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59+01:00[Europe/Berlin]")],
  ["a comma", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31T23:59:59,123Z")],
  ["a space", "fact-sheet-created", (body) => (body.factSheet.updatedAt = "2026-01-31 23:59:59")],
  ["a small t and z", "fact-sheet-created", (body) => (body.createdAt = "2026-01-31t23:59:59z")],
  ["no zone", "comment-deleted", (body) => (body.comment.createdAt = "2026-01-31T23:59")],
  ["a date with a time", "relation-created", (body) => (body.relation.activeFrom = "2026-01-31T00:00:00Z")],
  ["another form of a date", "relation-created", (body) => (body.relation.activeUntil = "31.01.2026")],
  ["a survey's date as a number", "poll-result-created", (body) => (body.pollRun.poll.creationDate = 1767225600000)],
  ["a survey's date as text", "poll-result-created", (body) => (body.pollRun.poll.creationDate = "31.01.2026")],
  ["an empty fact sheet", "automation-triggered", (body) => (body.factSheet = {})],
  ["an empty fact sheet", "poll-result-created", (body) => (body.pollResult.factSheet = {})],
  ["an empty fact sheet", "fact-sheet-deleted", (body) => (body.factSheet = {})],
  ["a survey's time as a number", "poll-result-created", (body) => (body.createdAt = 1767225600000)],
  ["a survey's time as text", "poll-result-created", (body) => (body.createdAt = "2026-01-01T00:00:00.000Z")],
  ["a duration in seconds", "integration-run-finished", (body) => (body.duration = 0.25)],
  ["a duration as text", "integration-run-finished", (body) => (body.duration = "PT0.25S")],
  ["an id that is no UUID", "fact-sheet-created", (body) => (body.workspaceId = "not-a-uuid")],
  ["an integer beyond 2^53", "fact-sheet-created", (body) => (body.transactionSequenceNumber = 2 ** 60)],
  ["a section that is null", "fact-sheet-created", (body) => (body.factSheet.completion.subCompletions = { a: null })],
  ["an end that is empty", "relation-updated", (body) => (body.fromDetails = {})],
  ["an end of nulls", "relation-updated", (body) => (body.toDetails = { factSheetInfos: { idAndRev: { id: null } } })],
  [
    "an update of an empty survey",
    "poll-result-updated",
    (body) => (body.pollRun = { poll: {}, pollCopy: { id: null } }),
  ],
  [
    "an update of an empty survey response",
    "poll-result-updated",
    (body) => (body.pollResult = { factSheet: {}, answers: [{}, { questionId: null }] }),
  ],
  ["a completion of 200 levels", "fact-sheet-created", (body) => (body.factSheet.completion = completionTree(200))],
];

/** What a workspace's own field may hold: the event says more than this one field. */
const fieldValues: unknown[] = [
  undefined,
  null,
  "a text",
  7,
  true,
  ["a", null],
  {},
  { value: "no type" },
  { type: 7 },
  { type: "Colour", rgb: [1, 2, 3] },
  { type: "IntegerValue", value: 820.5 },
  { type: "SingleSelect", keyword: 7 },
  { type: "MultipleSelect", values: ["a", null] },
  { type: "Lifecycle", phases: [{ phase: null, startDate: "soon" }, null] },
];

describe.each(fieldValues.map((value) => [value]))("a field that holds %j", (value) => {
  test.each<[string, (body: Body) => void]>([
    ["fact-sheet-created", (body) => body.factSheet.fields.push({ name: "x", data: value })],
    ["fact-sheet-updated", (body) => (body.factSheet.relations[0].fields = [{ name: "x", data: value }])],
    ["relation-created", (body) => (body.relation.fields = [{ name: "x", data: value }])],
    ["fact-sheet-field-updated", (body) => Object.assign(body, { oldValue: value, newValue: value })],
  ])("does not refuse %s: neither the parser, nor zod, nor any JSON Schema", (example, change) => {
    const changed = exampleBody(example);
    change(changed);
    const body = JSON.parse(JSON.stringify(changed));
    const eventType = parseWebhookEvent(body).type as EventType;

    expect(kebabCase(eventType)).toBe(example);
    expect(payloadSchemas[eventType].safeParse(body).error).toBeUndefined();
    for (const dialect of dialects) expect(jsonSchemaAccepts(dialect, example, body), dialect).toBe(true);
  });
});

test.each(variations)("%s (%s)", (_what, example, change) => {
  const body = exampleBody(example);
  change(body);

  const event = parseWebhookEvent(body);

  expect(event.type).toBe(example.toUpperCase().replaceAll("-", "_"));
  expect(event.payload).toBe(body);
});

test("the checks take for a timestamp what the published pattern takes", () => {
  const begins = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}/);
  const rest = fc.oneof(fc.constantFrom("", "Z", "\n", "Ü", "\u007f"), fc.string({ maxLength: 60 }));
  const texts = fc.oneof(
    fc.string(),
    fc.tuple(begins, rest).map((parts) => parts.join("")),
  );
  fc.assert(fc.property(texts, (text) => isTimestamp(text) === timestampPattern.test(text)));
  for (const length of [47, 48, 49]) expect(isTimestamp(`2026-01-01T00:00${"~".repeat(length)}`)).toBe(length < 49);
});

describe("an inferred event with nothing but its discriminator", () => {
  const inferred = eventTypes.filter((eventType) => eventCatalog[eventType].evidence === "inferred");
  const named = inferred.flatMap((eventType) => eventCatalog[eventType].wireNames.map((name) => [name, eventType]));

  test.each(named)("%s is %s", (name, eventType) => {
    expect(parseWebhookEvent({ type: name }).type).toBe(eventType);
  });
});

const event = JSON.stringify({ type: "FactSheetCreatedEvent" });

const unknownBodies: [what: string, body: unknown, reason: string, name?: string][] = [
  ["an unknown type", { type: "FactSheetTeleportedEvent" }, "UNKNOWN_NAME", "FactSheetTeleportedEvent"],
  ["an empty body", {}, "EMPTY"],
  ["a rewritten body", { text: "A fact sheet was created" }, "UNNAMED"],
  ["an empty name", { type: "" }, "UNNAMED"],
  ["a name that is not text", { type: 7 }, "UNNAMED"],
  ["__proto__ as type", JSON.parse('{"type": "__proto__"}'), "UNKNOWN_NAME", "__proto__"],
  ["constructor as type", { type: "constructor" }, "UNKNOWN_NAME", "constructor"],
  ["toString as type", { type: "toString" }, "UNKNOWN_NAME", "toString"],
  ["an array", [{ type: "Other" }], "UNNAMED"],
  ["null", null, "UNNAMED"],
  ["a number", 7, "UNNAMED"],
  ["a string", "hello", "UNNAMED"],
  [
    "an unknown progress",
    { type: "SERVICENOW", progress: "PAUSED", synchronizationId: "s1" },
    "UNKNOWN_NAME",
    "SERVICENOW",
  ],
  ["a run without its id", { type: "SERVICENOW", progress: "RUNNING" }, "UNKNOWN_NAME", "SERVICENOW"],
  ["JSON text of JSON text", event, "ENCODED_TWICE"],
  ["a string that begins as JSON does", "[hello", "UNNAMED"],
];

test.each(unknownBodies)("%s is UNKNOWN", (_what, body, reason, name) => {
  const expected = { type: "UNKNOWN", reason, ...(name !== undefined && { name }), payload: body };

  expect(parseWebhookEvent(JSON.stringify(body))).toEqual(expected);
});

describe("an inferred event whose body is not as guessed", () => {
  const body = { ...exampleBody("relation-deleted"), fromDetails: { factSheetInfos: 7 } };
  const issue = expect.objectContaining({
    path: ["fromDetails", "factSheetInfos"],
    expected: "object",
    received: "number 7",
    message: "RELATION_DELETED: fromDetails.factSheetInfos: expected object, received number",
  });
  const unknown = { type: "UNKNOWN", reason: "UNEXPECTED_SHAPE", eventType: "RELATION_DELETED", issue };

  test("is UNKNOWN with its name, its event type and the first issue", () => {
    expect(parseWebhookEvent(body)).toEqual({ ...unknown, name: "RelationDeletedEvent", payload: body });
  });

  test("is so in an envelope, too", () => {
    const envelope = { tags: ["RELATION_DELETED"], payload: { ...body, type: "RelationGoneEvent" } };

    expect(parseWebhookEvent(envelope)).toEqual({
      ...unknown,
      name: "RelationGoneEvent",
      payload: envelope.payload,
      envelope,
    });
  });
});

test.each([null, "AUTOMATION_TRIGGERED", "AutomationTriggeredEvent", 7, {}])(
  "an automation of the type %j is one",
  (type) => {
    expect(parseWebhookEvent({ ...exampleBody("automation-triggered"), type }).type).toBe("AUTOMATION_TRIGGERED");
  },
);

/** What must never be refused: a 4xx makes the vendor repeat the delivery, and switch the webhook off in the end. */
import { describe, expect, test } from "vitest";
import { eventCatalogue, eventTypes, parseWebhookEvent } from "../src/index.js";
import { type Body, exampleBody } from "./examples.js";

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
  ["a survey's time as a number", "poll-result-created", (body) => (body.createdAt = 1767225600000)],
  ["a survey's time as text", "poll-result-created", (body) => (body.createdAt = "2026-01-01T00:00:00.000Z")],
  ["a duration in seconds", "integration-run-finished", (body) => (body.duration = 0.25)],
  ["a duration as text", "integration-run-finished", (body) => (body.duration = "PT0.25S")],
  ["an id that is no UUID", "fact-sheet-created", (body) => (body.workspaceId = "not-a-uuid")],
  ["an integer beyond 2^53", "fact-sheet-created", (body) => (body.transactionSequenceNumber = 2 ** 60)],
  ["a completion of 200 levels", "fact-sheet-created", (body) => (body.factSheet.completion = completionTree(200))],
];

test.each(variations)("%s (%s)", (_what, example, change) => {
  const body = exampleBody(example);
  change(body);

  const event = parseWebhookEvent(body);

  expect(event.type).toBe(example.toUpperCase().replaceAll("-", "_"));
  expect(event.payload).toBe(body);
});

describe("an inferred event with nothing but its discriminator", () => {
  const inferred = eventTypes.filter((eventType) => eventCatalogue[eventType].evidence === "inferred");
  const named = inferred.flatMap((eventType) => eventCatalogue[eventType].wireNames.map((name) => [name, eventType]));

  test.each(named)("%s is %s", (name, eventType) => {
    expect(parseWebhookEvent({ type: name }).type).toBe(eventType);
  });
});

const unknownBodies: [string, unknown][] = [
  ["an unknown type", { type: "FactSheetTeleportedEvent" }],
  ["an empty body", {}],
  ["a rewritten body", { text: "A fact sheet was created" }],
  ["__proto__ as type", JSON.parse('{"type": "__proto__"}')],
  ["constructor as type", { type: "constructor" }],
  ["toString as type", { type: "toString" }],
  ["an array", [{ type: "FactSheetCreatedEvent" }]],
  ["null", null],
  ["a number", 7],
  ["an unknown progress", { type: "SERVICENOW", progress: "PAUSED", synchronizationId: "s1" }],
  ["a run without its id", { type: "SERVICENOW", progress: "RUNNING" }],
];

test.each(unknownBodies)("%s is UNKNOWN", (_what, body) => {
  expect(parseWebhookEvent(JSON.stringify(body))).toEqual({ type: "UNKNOWN", payload: body });
});

test("text that is JSON, byte for byte a string, is UNKNOWN", () => {
  expect(parseWebhookEvent('"hello"')).toEqual({ type: "UNKNOWN", payload: "hello" });
});

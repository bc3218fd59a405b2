import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import { deliveryKeyOf, eventCatalog, eventTypes, parseWebhookEvent, safeParseWebhookEvent } from "../../src/index.js";
import { exampleBody, examples } from "../examples.js";
import { dialects, jsonSchemaAccepts } from "../json-schemas.js";

test.each(examples)("$name is parsed in an envelope, and as its text", ({ eventType, text }) => {
  const payload = JSON.parse(text);
  const envelope = { id: "e-1", createdAt: "2026-01-01T00:00:00Z", tags: ["pathfinder", eventType], payload };

  const event = parseWebhookEvent(envelope);

  expect(event.type).toBe(eventType);
  expect(event.payload).toBe(payload);
  expect(event.envelope).toBe(envelope);
  expect(parseWebhookEvent({ ...envelope, payload: text })).toMatchObject({ type: eventType, payload });
});

test.each(["FACT_SHEET_VIEWED", "RELATION_UPDATED", "POLL_RESULT_UPDATED"] as const)(
  "%s is read in an envelope that is called so itself, and as its text",
  (eventType) => {
    const payload = exampleBody(kebabCase(eventType));
    const [type] = eventCatalog[eventType].wireNames;
    for (const body of [
      { type, payload },
      { type, payload: JSON.stringify(payload) },
    ])
      expect(parseWebhookEvent(body)).toMatchObject({ type: eventType, payload });
  },
);

test("an envelope of only a payload will do", () => {
  expect(parseWebhookEvent({ payload: { type: "RelationArchivedEvent" } }).type).toBe("RELATION_ARCHIVED");
});

describe("the tags of the envelope", () => {
  const inferred = eventTypes.filter((eventType) => eventCatalog[eventType].evidence === "inferred");

  test.each(eventTypes)("name %s only if its body was never published", (eventType) => {
    const body = { tags: ["pathfinder", eventType], payload: { type: "SpeltOtherwiseEvent" } };

    expect(parseWebhookEvent(body).type).toBe(inferred.includes(eventType) ? eventType : "UNKNOWN");
  });

  test("are outweighed by the payload", () => {
    const body = { tags: ["pathfinder", "RELATION_ARCHIVED"], payload: { type: "DocumentDeletedEvent" } };

    expect(parseWebhookEvent(body).type).toBe("DOCUMENT_DELETED");
  });

  test.each([
    ["the name of a chat card", { type: "message" }],
    ["another card's", { type: "AdaptiveCard" }],
    ["the name of a fact sheet's type", { type: "ITComponent" }],
    ["a word in capitals", { type: "SERVICENOW" }],
    ["a payload of its own", { type: "RelationGoneEvent", payload: {} }],
  ])("do not speak for a payload with %s", (_what, payload) => {
    for (const tags of [["CONFIGURATION_DELETED"], ["pathfinder", "RELATION_ARCHIVED"]])
      expect(parseWebhookEvent({ id: "e-1", tags, payload })).toMatchObject({ type: "UNKNOWN", name: payload.type });
  });

  test("speak for a name in capitals, and only if all of them are text", () => {
    const payload = { type: "CONFIGURATION_REMOVED" };

    expect(parseWebhookEvent({ tags: ["CONFIGURATION_DELETED"], payload }).type).toBe("CONFIGURATION_DELETED");
    expect(parseWebhookEvent({ tags: ["CONFIGURATION_DELETED", 7], payload }).type).toBe("UNKNOWN");
  });

  test("do not speak for a payload without a name", () => {
    const body = { tags: ["RELATION_ARCHIVED"], payload: { text: "rewritten" } };

    expect(parseWebhookEvent(body)).toMatchObject({ type: "UNKNOWN", reason: "UNNAMED", payload: body.payload });
  });
});

test.each([
  ["an empty payload", { tags: ["FACT_SHEET_CREATED"], payload: {} }, "EMPTY"],
  ["tags that name no event", { tags: ["constructor", "pathfinder"], payload: { type: "X" } }, "UNKNOWN_NAME"],
  ["no tags", { payload: { type: "X" } }, "UNKNOWN_NAME"],
  ["an envelope in an envelope", { payload: { payload: { type: "DocumentDeletedEvent" } } }, "NESTED"],
])("%s is UNKNOWN", (_what, body, reason) => {
  const event = parseWebhookEvent(JSON.stringify(body));

  expect(event).toMatchObject({ type: "UNKNOWN", reason, payload: body.payload, envelope: body });
});

const misfits = [
  { tags: "pathfinder" },
  { id: 7 },
  { createdAt: true },
  { sequenceInfo: "1" },
  { type: { name: "x" } },
  { workspaceId: [] },
];

test.each(misfits)("of an envelope with %j the rest is kept: a copy without what does not fit", (misfit) => {
  const payload = exampleBody("fact-sheet-updated");
  const fitting = { sourceName: "leanix", news: 1, payload };

  const event = parseWebhookEvent({ ...fitting, ...misfit });

  expect(event).toEqual({ type: "FACT_SHEET_UPDATED", payload, envelope: fitting });
  expect(event.envelope!.payload).toBe(payload);
});

test("an envelope with several misfits loses each of them", () => {
  const payload = exampleBody("fact-sheet-viewed");
  const envelope = { id: "e-1", tags: ["a", 7], sequenceInfo: "17", sourceId: 7, payload };

  expect(parseWebhookEvent(envelope).envelope).toEqual({ id: "e-1", payload });
  expect(envelope.sequenceInfo).toBe("17");
});

test("an unknown body with a field called payload need not be an envelope", () => {
  const body = { id: 7, payload: { text: "rewritten" } };

  expect(parseWebhookEvent(body)).toEqual({ type: "UNKNOWN", reason: "UNNAMED", payload: body });
});

test("a payload that is other text is none", () => {
  const body = { payload: "hello" };

  expect(parseWebhookEvent(body)).toEqual({ type: "UNKNOWN", reason: "UNNAMED", payload: body });
});

describe("an envelope whose type is an event's name", () => {
  const envelope = (type: string, payload: unknown, more: object = {}) => ({ id: "e-1", type, ...more, payload });
  const configuration = exampleBody("configuration-created");

  test.each([{ text: "rewritten" }, {}, null, 7, "hello", ["a"]])("vetoes no payload: %j is UNKNOWN", (payload) => {
    for (const type of [
      "FactSheetUpdatedEvent",
      "CONFIGURATION_CREATED",
      "CONFIGURATION_UPDATED",
      "POLL_RESULT_UPDATED",
    ])
      for (const body of [envelope(type, payload), { type, tags: [], payload }])
        expect(parseWebhookEvent(body)).toMatchObject({ type: "UNKNOWN", payload, envelope: body });
  });

  test("is not taken for the event, if the payload is malformed", () => {
    const body = envelope("CONFIGURATION_CREATED", { ...configuration, workspaceId: null }, { workspaceId: "w" });

    expect(() => parseWebhookEvent(body)).toThrow("CONFIGURATION_CREATED: workspaceId: expected non-empty string");
  });

  test("is not taken for the event, if the payload is another", () => {
    const payload = exampleBody("poll-result-created");

    expect(parseWebhookEvent(envelope("POLL_RESULT_UPDATED", payload))).toMatchObject({
      type: "POLL_RESULT_CREATED",
      payload,
    });
    expect(parseWebhookEvent(envelope("POLL_RESULT_UPDATED", JSON.stringify(payload))).type).toBe(
      "POLL_RESULT_CREATED",
    );
  });

  test("does not keep the tags from naming an inferred event", () => {
    const payload = { type: "SpeltOtherwiseEvent" };
    const body = envelope("RelationArchivedEvent", payload, { tags: ["pathfinder", "RELATION_ARCHIVED"] });

    expect(parseWebhookEvent(body)).toMatchObject({ type: "RELATION_ARCHIVED", payload });
  });

  test("is left out, if it is not as described", () => {
    const body = { tags: "pathfinder", type: "FactSheetUpdatedEvent", payload: { text: "rewritten" } };

    expect(parseWebhookEvent(body)).toEqual({ type: "UNKNOWN", reason: "UNNAMED", payload: body.payload });
  });
});

describe("an event that is told by its own members", () => {
  const own = ["automation-triggered", "poll-result-created", "poll-result-updated", "integration-run-finished"];
  const gains = [
    { id: "e-1" },
    { tags: ["pathfinder"] },
    { payload: { any: "thing" } },
    { id: "e-1", tags: ["RELATION_ARCHIVED"], payload: { type: "message" } },
    { id: "e-1", payload: "hello" },
    { tags: [], payload: {} },
  ];

  test.each(own)("stays itself whatever id, tags and payload it gains: %s", (example) => {
    for (const gained of gains) {
      const body = { ...exampleBody(example), ...gained };
      const type = example.toUpperCase().replaceAll("-", "_");

      expect(parseWebhookEvent(body)).toEqual({ type, payload: body });
      for (const dialect of dialects) expect(jsonSchemaAccepts(dialect, "webhook-delivery", body), dialect).toBe(true);
    }
  });

  test.each(own)("is an envelope if its payload names an event: %s", (example) => {
    const payload = exampleBody("comment-created");
    const body = { ...exampleBody(example), payload };

    expect(parseWebhookEvent(body)).toMatchObject({ type: "COMMENT_CREATED", payload });
    expect(parseWebhookEvent({ ...body, payload: JSON.stringify(payload) })).toMatchObject({ payload });
  });

  test("is itself if it fits only so", () => {
    const body = { ...exampleBody("automation-triggered"), id: "e-1", payload: { type: "CommentCreatedEvent" } };

    expect(parseWebhookEvent(body)).toEqual({ type: "AUTOMATION_TRIGGERED", payload: body });
  });
});

describe("a row of LeanIX's delivery log", () => {
  const row = { id: "d-1", eventId: "e-1", targetUrl: "https://x", targetMethod: "POST", success: true };

  test.each(examples)("gives the event without an envelope: $name", ({ eventType, text }) => {
    const payload = JSON.parse(text);

    expect(parseWebhookEvent({ ...row, payload: text })).toEqual({ type: eventType, payload });
    expect(parseWebhookEvent({ ...row, payload })).toEqual({ type: eventType, payload });
  });

  test("keeps the envelope that was sent", () => {
    const sent = { id: "e-1", tags: ["RELATION_ARCHIVED"], payload: { type: "RelationGoneEvent" } };

    expect(parseWebhookEvent({ ...row, payload: JSON.stringify(sent) })).toEqual(parseWebhookEvent(sent));
  });

  test.each([
    ["{}", "EMPTY", {}],
    ["hello", "UNNAMED", "hello"],
    [null, "UNNAMED", null],
  ])("with the body %j is UNKNOWN", (payload, reason, body) => {
    expect(parseWebhookEvent({ ...row, payload })).toEqual({ type: "UNKNOWN", reason, payload: body });
  });

  test("in a row is no event", () => {
    const payload = { ...row, payload: { type: "RelationArchivedEvent" } };

    expect(parseWebhookEvent({ ...row, payload })).toMatchObject({
      type: "UNKNOWN",
      reason: "NESTED",
      path: ["payload"],
    });
  });
});

test("what a queue hands on gives the same event and key again", () => {
  const member = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const envelopes = fc.record({
    id: member<unknown>("e-1", 7, null, ["e"]),
    type: member<unknown>("FactSheetUpdatedEvent", "CONFIGURATION_CREATED", "pathfinder", 7),
    tags: member<unknown>(["pathfinder", "RELATION_ARCHIVED"], ["CONFIGURATION_DELETED", 7], "pathfinder", []),
    createdAt: member<unknown>("2026-01-01T00:00:00Z", 1767225600000, true),
    sequenceInfo: member<unknown>(17, "17"),
    workspaceId: member<unknown>("w", 7),
    targetUrl: member<unknown>("https://x"),
    targetMethod: member<unknown>("POST"),
  });
  const changes = fc.constantFrom<object>({}, {}, { type: "RelationGoneEvent" }, { type: "message" }, { payload: {} });
  const property = fc.property(
    fc.constantFrom(...examples),
    envelopes,
    changes,
    fc.constantFrom("text", "object", "bare"),
    ({ body }, envelope, change, how) => {
      const payload = { ...(body as object), ...change };
      const wrapped = { ...defined(envelope), payload: how === "text" ? JSON.stringify(payload) : payload };
      const event = safeParseWebhookEvent(how === "bare" ? { ...payload, ...defined(envelope) } : wrapped).data;
      if (!event) return;
      const again = parseWebhookEvent(JSON.stringify(event.envelope ?? event.payload));

      expect(again).toEqual(event);
      expect(deliveryKeyOf(again)).toBe(deliveryKeyOf(event));
    },
  );
  fc.assert(property, { numRuns: 3000 });
});

function defined(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

describe("a body that names an event, and has a payload that does", () => {
  const created = exampleBody("fact-sheet-created");
  const comment = exampleBody("comment-created");

  test("is the event that it names itself", () => {
    const body = { ...created, payload: comment };

    expect(parseWebhookEvent(body)).toEqual({ type: "FACT_SHEET_CREATED", payload: body });
  });

  test("is an envelope if both names are the same", () => {
    const body = { id: "e-1", type: "FactSheetCreatedEvent", payload: created };

    expect(parseWebhookEvent(body)).toEqual({ type: "FACT_SHEET_CREATED", payload: created, envelope: body });
  });

  test("is an envelope if it fits only so", () => {
    const body = { id: "e-1", type: "FactSheetCreatedEvent", payload: comment };

    expect(parseWebhookEvent(body)).toEqual({ type: "COMMENT_CREATED", payload: comment, envelope: body });
  });

  test("is no envelope if only it fits", () => {
    const body = { ...created, payload: { type: "FactSheetCreatedEvent" } };

    expect(parseWebhookEvent(body)).toEqual({ type: "FACT_SHEET_CREATED", payload: body });
  });

  test("is refused as the likelier of the two if neither fits", () => {
    const body = { type: "FactSheetCreatedEvent", payload: { type: "CommentCreatedEvent" } };

    expect(() => parseWebhookEvent(body)).toThrow("FACT_SHEET_CREATED: id: expected integer, received undefined");
  });
});

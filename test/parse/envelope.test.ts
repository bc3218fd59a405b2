import { describe, expect, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes, parseWebhookEvent } from "../../src/index.js";
import { exampleBody, examples } from "../examples.js";

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
    const body = { tags: ["pathfinder", eventType], payload: { type: "SpeltOtherwise" } };

    expect(parseWebhookEvent(body).type).toBe(inferred.includes(eventType) ? eventType : "UNKNOWN");
  });

  test("are outweighed by the payload", () => {
    const body = { tags: ["pathfinder", "RELATION_ARCHIVED"], payload: { type: "DocumentDeletedEvent" } };

    expect(parseWebhookEvent(body).type).toBe("DOCUMENT_DELETED");
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
  ["an envelope in an envelope", { payload: { payload: { type: "DocumentDeletedEvent" } } }, "UNNAMED"],
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

test.each(misfits)("an envelope with %j does not veto its payload, and is left out", (misfit) => {
  const payload = exampleBody("fact-sheet-updated");

  expect(parseWebhookEvent({ ...misfit, payload })).toEqual({ type: "FACT_SHEET_UPDATED", payload });
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
    const payload = { type: "SpeltOtherwise" };
    const body = envelope("RelationArchivedEvent", payload, { tags: ["pathfinder", "RELATION_ARCHIVED"] });

    expect(parseWebhookEvent(body)).toMatchObject({ type: "RELATION_ARCHIVED", payload });
  });

  test("is left out, if it is not as described", () => {
    const body = { tags: "pathfinder", type: "FactSheetUpdatedEvent", payload: { text: "rewritten" } };

    expect(parseWebhookEvent(body)).toEqual({ type: "UNKNOWN", reason: "UNNAMED", payload: body.payload });
  });
});

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

import { expect, test } from "vitest";
import { parseWebhookEvent, safeParseWebhookEvent } from "../src/index.js";
import { examples } from "./examples.js";

test.each(examples)("$file is parsed in an envelope", ({ eventType, text }) => {
  const payload = JSON.parse(text);
  const envelope = { id: "e-1", createdAt: "2026-01-01T00:00:00Z", tags: ["pathfinder", eventType], payload };

  const event = parseWebhookEvent(envelope);

  expect(event.type).toBe(eventType);
  expect(event.payload).toBe(payload);
  expect(event.envelope).toBe(envelope);
});

test("an envelope of nothing but a payload will do", () => {
  expect(parseWebhookEvent({ payload: { type: "RelationArchivedEvent" } }).type).toBe("RELATION_ARCHIVED");
});

test("the tags name an event whose class name is not known", () => {
  const body = { tags: ["pathfinder", "RELATION_ARCHIVED"], payload: { type: "RelationWasArchived" } };

  expect(parseWebhookEvent(body).type).toBe("RELATION_ARCHIVED");
});

test("the payload outweighs the tags", () => {
  const body = { tags: ["pathfinder", "RELATION_ARCHIVED"], payload: { type: "DocumentDeletedEvent" } };

  expect(parseWebhookEvent(body).type).toBe("DOCUMENT_DELETED");
});

test.each([
  ["an empty payload", { tags: ["FACT_SHEET_CREATED"], payload: {} }],
  ["tags that name no event", { tags: ["constructor", "pathfinder"], payload: { type: "X" } }],
  ["no tags", { payload: { type: "X" } }],
  ["an envelope in an envelope", { payload: { payload: { type: "DocumentDeletedEvent" } } }],
])("%s is UNKNOWN", (_what, body) => {
  const event = parseWebhookEvent(JSON.stringify(body));

  expect(event.type).toBe("UNKNOWN");
  expect(event.payload).toEqual(body.payload);
});

test("a wrong member of the envelope is reported there", () => {
  const body = { tags: "pathfinder", payload: { type: "DocumentDeletedEvent" } };

  const { error } = safeParseWebhookEvent(body) as { error: { message: string; path: unknown } };

  expect(error.path).toEqual(["envelope", "tags"]);
  expect(error.message).toBe('DOCUMENT_DELETED: envelope.tags: expected array or null, received string "pathfinder"');
});

test("an unknown body with a member called payload need not be an envelope", () => {
  const body = { tags: 7, payload: { text: "rewritten" } };

  expect(parseWebhookEvent(body)).toEqual({ type: "UNKNOWN", payload: body });
});

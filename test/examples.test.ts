import { describe, expect, test } from "vitest";
import { eventCatalogue, eventTypes, parseWebhookEvent } from "../src/index.js";
import { payloadSchemas, webhookEventSchema } from "../src/zod.js";
import { examples } from "./examples.js";
import { dialects, jsonSchemaAccepts, kebabCase } from "./json-schemas.js";

test("every event type has an example", () => {
  expect(eventTypes.filter((type) => !examples.some(({ eventType }) => eventType === type))).toEqual([]);
});

describe.each(examples)("$file", ({ eventType, text }) => {
  const body = JSON.parse(text);

  test("is parsed, and handed back as the same object", () => {
    const event = parseWebhookEvent(body);

    expect(event.type).toBe(eventType);
    expect(event.payload).toBe(body);
    expect(event.envelope).toBeUndefined();
    expect(body).toEqual(JSON.parse(text));
  });

  test("is accepted by zod, alone and as an event", () => {
    expect(payloadSchemas[eventType].safeParse(body).error).toBeUndefined();
    expect(webhookEventSchema.safeParse(parseWebhookEvent(body)).error).toBeUndefined();
  });

  test.each(dialects)("is accepted by the JSON Schemas of %s", (dialect) => {
    const { category } = eventCatalogue[eventType];

    expect(jsonSchemaAccepts(dialect, kebabCase(eventType), body)).toBe(true);
    expect(jsonSchemaAccepts(dialect, category, body)).toBe(true);
    expect(jsonSchemaAccepts(dialect, "webhook-payload", body)).toBe(true);
  });
});

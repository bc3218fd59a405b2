import { describe, expect, test } from "vitest";
import type { Field, Library } from "../scripts/generate/read/library.js";
import { readSchemas } from "../scripts/generate/read/read-schemas.js";
import { kebabCase } from "../src/catalog/names.js";
import { exampleVariants, examples as published } from "../src/examples.js";
import { eventCatalog, parseWebhookEvent } from "../src/index.js";
import { parsedWebhookEventSchema, payloadSchemas, webhookBodySchema } from "../src/zod.js";
import { compile, writeSnippets } from "./docs/snippets.js";
import { examples } from "./examples.js";
import { dialects, jsonSchemaAccepts } from "./json-schemas.js";

describe.each(examples)("$name", ({ eventType, variant, text }) => {
  const body = JSON.parse(text);

  test("is parsed, and handed back as the same object", () => {
    const event = parseWebhookEvent(body);

    expect(event.type).toBe(eventType);
    expect(event.payload).toBe(body);
    expect(event.envelope).toBeUndefined();
    expect(body).toEqual(JSON.parse(text));
  });

  test("is accepted by zod, as a payload, as a body and as an event", () => {
    expect(payloadSchemas[eventType].safeParse(body).error).toBeUndefined();
    expect(webhookBodySchema.parse(text)).toEqual(parseWebhookEvent(text));
    expect(parsedWebhookEventSchema.safeParse(parseWebhookEvent(body)).error).toBeUndefined();
  });

  test.each(dialects)("is accepted by the JSON Schemas of %s", (dialect) => {
    const { category } = eventCatalog[eventType];
    for (const name of [kebabCase(eventType), category, "webhook-payload", "webhook-delivery"])
      expect(jsonSchemaAccepts(dialect, name, body), name).toBe(true);
    for (const name of ["webhook-envelope", "webhook-delivery"])
      expect(jsonSchemaAccepts(dialect, name, { payload: body }), name).toBe(true);
  });

  test("is published", () => {
    expect(variant === "" ? published[eventType] : exampleVariants[eventType][variant]).toEqual(body);
  });
});

describe.each(readSchemas().events)("$eventType", ({ eventType, payload }) => {
  test("has an example with every optional field null, and one with none", () => {
    const optional = optionalFields(payload, exampleVariants[eventType as "COMMENT_CREATED"]["null-values"]);
    expect(optional.filter(({ value }) => value !== null)).toEqual([]);
    const absent = optionalFields(payload, exampleVariants[eventType as "COMMENT_CREATED"].minimal);
    expect(absent.filter(({ value }) => value !== undefined)).toEqual([]);
  });
});

test("each is of the type of its event's payload", () => {
  const folder = ".cache/examples";
  const snippets = examples.map(({ name, eventType, text }) => ({
    file: `${name}.ts`,
    code: `import type { EventOfType } from "leanix-webhook-events";
export const payload: EventOfType<"${eventType}">["payload"] = ${text}`,
  }));
  writeSnippets(folder, snippets);

  expect(compile(folder)).toBe("");
});

/** The values of a model's optional fields, and of those of the objects that it requires. */
function optionalFields(
  model: string,
  body: unknown,
  { models }: Library = readSchemas(),
): { at: string; value: unknown }[] {
  const { shape } = models.get(model)!;
  if (shape.kind !== "object") return [];
  const given = ({ key }: Field) => (body as Record<string, unknown>)[key];
  return shape.fields.flatMap((field) => {
    if (field.optional) return [{ at: `${model}.${field.key}`, value: given(field) }];
    return field.node.kind === "model" ? optionalFields(field.node.name, given(field)) : [];
  });
}

test("ids are UUIDs, but for the variants that say otherwise", () => {
  const formed = /"([0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12})"/g;
  const odd = examples.filter(({ text }) =>
    [...text.matchAll(formed)].some(
      ([, id]) => !/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id!),
    ),
  );

  expect(new Set(odd.map(({ variant }) => variant))).toEqual(new Set(["ids-that-are-no-uuids"]));
});

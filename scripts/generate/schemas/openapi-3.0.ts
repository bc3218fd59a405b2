/** The OpenAPI document for tools that stop at 3.0, which knows neither `webhooks` nor all of JSON Schema. */
import type { JsonSchema } from "../../../src/catalog/json-schema.js";

/** `document` is the one of 3.1. */
export function openApi30(document: JsonSchema): JsonSchema {
  const { info, tags, security, components } = document as Record<string, JsonSchema>;
  const { title, version, description } = info!;
  const { schemas, securitySchemes } = components as Record<string, Record<string, JsonSchema>>;
  const converted = Object.entries(schemas!).map(([name, schema]) => [name, schema30(schema)] as const);
  return {
    openapi: "3.0.3",
    info: { title, version, description, license: { name: "MIT" } },
    tags,
    security,
    paths: { "/": { post: operation(Object.keys(schemas!).filter((name) => name.endsWith("Payload"))) } },
    components: { schemas: { ...Object.fromEntries(converted), UnknownPayload: unknown }, securitySchemes },
  };
}

const unknown: JsonSchema = {
  title: "UnknownPayload",
  description: "The body of an event that this version does not know.",
  type: "object",
};

function operation(payloads: string[]): JsonSchema {
  const bodies = [...payloads, "WebhookEnvelope", "UnknownPayload"];
  const schema = { anyOf: bodies.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  return {
    operationId: "receiveEvent",
    summary: "Receive an event at the target URL of the webhook.",
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: {
      "2XX": { description: "Received." },
      default: { description: "Not received: the event is sent again after 50 seconds." },
    },
  };
}

/** A schema of 3.0, and all within it. */
function schema30(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(schema30);
  if (typeof node !== "object" || node === null) return node;
  const { $comment, const: constant, examples, properties, type, anyOf, oneOf, ...rest } = node as JsonSchema;
  const known = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, schema30(value)]));
  return {
    ...known,
    ...(type !== undefined && typeOf(type)),
    ...(constant !== undefined && { enum: [constant] }),
    ...(Array.isArray(examples) && { example: examples[0] }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties as object).map(([key, field]) => [key, schema30(field)]),
      ),
    }),
    ...(anyOf !== undefined && { anyOf: members(anyOf) }),
    // `anyOf`, too: what is null in 3.0 is an object that may be null.
    ...(oneOf !== undefined && { anyOf: members(oneOf) }),
  };
}

function typeOf(type: unknown): JsonSchema {
  const [first, ...others] = [type].flat();
  return first === "null" ? onlyNull : { type: first, ...(others.includes("null") && { nullable: true }) };
}

function members(union: unknown): unknown[] {
  return (union as unknown[]).map(schema30);
}

/** Null, which 3.0 has no type for. Beside a reference `nullable` says nothing. */
const onlyNull: JsonSchema = { type: "object", nullable: true, enum: [null] };

/** What zod prints, adapted to other languages' tools; each step says for which. */
import type { JsonSchema } from "../../../src/catalog/json-schema.js";

type Step = (schema: JsonSchema) => JsonSchema;

const steps: Step[] = [
  referenceAlone,
  withoutSingleAllOf,
  typeWithNull,
  nullableReference,
  withoutLoneDescription,
  unionOfTypes,
  withoutEmptySchemas,
];

/** From the inside out: a step finds the schemas within its own as they will be printed. */
export function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([keyword, value]) => [keyword, tidyValue(keyword, value)]);
  return steps.reduce((schema, step) => step(schema), Object.fromEntries(entries));
}

function tidyValue(keyword: string, value: object): unknown {
  if (keyword === "examples") return value;
  // Its keys are names of fields: a field may be called `description`.
  if (keyword === "properties")
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, tidy(field)]));
  return tidy(value);
}

/**
 * json-schema-to-typescript copies a definition under another name if a description stands beside its reference:
 * https://github.com/bcherny/json-schema-to-typescript/issues/193
 */
function referenceAlone(schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : { $ref: schema.$ref };
}

/** `allOf` of one schema is that schema; jsonschema2pojo ignores it: https://github.com/joelittlejohn/jsonschema2pojo/issues/91 */
function withoutSingleAllOf(schema: JsonSchema): JsonSchema {
  const { allOf } = schema;
  return Array.isArray(allOf) && allOf.length === 1 ? allOf[0] : schema;
}

/** `anyOf: [{ type: "string", … }, { type: "null" }]` as `type: ["string", "null"]`: go-jsonschema and others know only that. */
function typeWithNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const option = nullableOption(anyOf);
  return typeof option?.type === "string" ? { ...rest, ...option, type: [option.type, "null"] } : schema;
}

/**
 * go-jsonschema writes code that does not compile for an `anyOf` of a reference and null:
 * https://github.com/omissis/go-jsonschema/issues/427
 */
function nullableReference(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const option = nullableOption(anyOf);
  return option?.$ref === undefined ? schema : { ...rest, oneOf: [option, { type: "null" }] };
}

function nullableOption(anyOf: unknown): JsonSchema | undefined {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [option, last] = anyOf as [JsonSchema, JsonSchema];
  return last.type === "null" ? option : undefined;
}

/**
 * json-schema-to-typescript takes a schema that has only a description for that of an object:
 * https://github.com/bcherny/json-schema-to-typescript/issues/432
 */
function withoutLoneDescription(schema: JsonSchema): JsonSchema {
  return Object.keys(schema).join() === "description" ? {} : schema;
}

/** ajv's strict mode refuses a `type` of several, but for one and null: https://ajv.js.org/strict-mode.html#union-types */
function unionOfTypes(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema;
  if (!Array.isArray(type) || (type.length === 2 && type.includes("null"))) return schema;
  return { ...rest, anyOf: type.map((one) => ({ type: one })) };
}

/** An empty schema says nothing, and makes quicktype write a field for unknown keys; that a key is a string says nothing either. */
function withoutEmptySchemas(schema: JsonSchema): JsonSchema {
  const saysNothing = ([keyword, value]: [string, unknown]) =>
    keyword === "propertyNames" || (["additionalProperties", "properties"].includes(keyword) && isEmpty(value));
  return Object.fromEntries(Object.entries(schema).filter((entry) => !saysNothing(entry)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

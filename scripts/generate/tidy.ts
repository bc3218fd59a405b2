/** What zod prints, adapted to other languages' tools; each step says for which. */
import type { JsonSchema } from "./json-schemas.js";

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

export function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy);
  if (typeof node !== "object" || node === null) return node;
  const schema = steps.reduce((tidied, step) => step(tidied), node as JsonSchema);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === "examples" ? value : tidy(value)]),
  );
}

/** json-schema-to-typescript copies a definition under another name if a description stands beside its reference. */
function referenceAlone(schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : { $ref: schema.$ref };
}

/** `allOf` of one schema is that schema; jsonschema2pojo ignores it. */
function withoutSingleAllOf(schema: JsonSchema): JsonSchema {
  const { allOf } = schema;
  return Array.isArray(allOf) && allOf.length === 1 ? steps.reduce((tidied, step) => step(tidied), allOf[0]) : schema;
}

/** `anyOf: [{ type: "string", … }, { type: "null" }]` as `type: ["string", "null"]`: go-jsonschema and others know only that. */
function typeWithNull(schema: JsonSchema): JsonSchema {
  const option = nullableOption(schema);
  if (typeof option?.type !== "string") return schema;
  const { anyOf, ...rest } = schema;
  return { ...rest, ...option, type: [option.type, "null"] };
}

/** go-jsonschema writes code that does not compile for an `anyOf` of a reference and null. */
function nullableReference(schema: JsonSchema): JsonSchema {
  const option = nullableOption(schema);
  if (option?.$ref === undefined) return schema;
  const { anyOf, ...rest } = schema;
  return { ...rest, oneOf: [option, { type: "null" }] };
}

function nullableOption({ anyOf }: JsonSchema): JsonSchema | undefined {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const [option, last] = anyOf as [JsonSchema, JsonSchema];
  return last.type === "null" ? withoutSingleAllOf(option) : undefined;
}

/** json-schema-to-typescript takes a schema that has only a description for that of an object. */
function withoutLoneDescription(schema: JsonSchema): JsonSchema {
  return Object.keys(schema).join() === "description" ? {} : schema;
}

/** ajv's strict mode refuses a `type` of several, but for one and null. */
function unionOfTypes(schema: JsonSchema): JsonSchema {
  const { type, ...rest } = schema;
  if (!Array.isArray(type) || (type.length === 2 && type.includes("null"))) return schema;
  return { ...rest, anyOf: type.map((one) => ({ type: one })) };
}

/** An empty schema says nothing, and makes quicktype write a field for unknown keys. */
function withoutEmptySchemas(schema: JsonSchema): JsonSchema {
  const { propertyNames, ...rest } = schema;
  for (const keyword of ["additionalProperties", "properties"]) if (isEmpty(rest[keyword])) delete rest[keyword];
  return rest;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The definition of every model in a dialect, as zod prints it, with references to the others by name. */
import * as z from "zod";
import { type Dialect, dialects, reference } from "../../../src/catalog/dialects.js";
import type { JsonSchema } from "../../../src/catalog/json-schema.js";
import type { Library, Model, OpenUnion } from "../read/library.js";
import { inlineNullable, inOrder } from "./nullable-scalars.js";
import { tidy } from "./tidy.js";

export function modelSchemas({ models }: Library, dialect: Dialect): Map<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of models.values()) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    target: dialects[dialect].target,
    uri: (name) => reference(name, dialect).$ref,
    // draft-04 has no `examples`, and a strict validator refuses a keyword that it does not know.
    override: ({ jsonSchema }) => {
      if (dialect === "draft-04") delete jsonSchema.examples;
    },
  });
  const scalars = new Map(
    [...models.values()]
      .filter(({ shape }) => shape.kind === "value" && shape.node.kind === "union")
      .map(({ name, description }) => [
        reference(name, dialect).$ref as string,
        { ...(tidy(schemas[name]) as JsonSchema), description },
      ]),
  );
  const unions = [...models.values()].flatMap(({ shape }) => (shape.kind === "openUnion" ? [shape] : []));
  return new Map(
    [...models.values()].map((model) => [
      model.name,
      inlineNullable(printModel(model, schemas[model.name]!, unions, dialect), scalars, dialect) as JsonSchema,
    ]),
  );
}

function printModel(model: Model, printed: JsonSchema, unions: OpenUnion[], dialect: Dialect): JsonSchema {
  const { name, shape } = model;
  const head = { title: name, description: `${model.description} Source: ${model.source}` };
  if (shape.kind === "openUnion") return { ...head, ...printUnion(shape, dialect) };
  const { $schema, $id, additionalProperties, type, properties, required, ...value } = tidy(printed) as JsonSchema;
  if (shape.kind === "value" && shape.node.kind === "union") return inOrder({ ...head, ...value }, dialect);
  if (shape.kind === "value") return { ...head, ...(type !== undefined && { type }), ...value };
  const fields = {
    ...head,
    type,
    properties: { ...(properties as object) },
    ...(required !== undefined && { required }),
  };
  return unions.reduce((schema, union) => inUnion(schema, name, union), fields as JsonSchema);
}

/** What a model says more of its discriminator because it stands in a union. */
function inUnion(schema: JsonSchema, name: string, { discriminator, members }: OpenUnion): JsonSchema {
  const member = members.find((one) => one.name === name);
  if (!member) return schema;
  const properties = schema.properties as Record<string, JsonSchema>;
  // typify takes a `const` for any string, and would read a value as the first member whose other fields fit.
  const pattern = `^${member.value}$`;
  return { ...schema, properties: { ...properties, [discriminator]: { ...properties[discriminator], pattern } } };
}

/**
 * The members for generators, which make classes of them, and any other value by its type: for `{}` quicktype would write
 * `any`, json-schema-to-typescript `unknown`, and the classes would be gone.
 */
function printUnion({ members }: OpenUnion, dialect: Dialect): JsonSchema {
  const references = members.map(({ name }) => reference(name, dialect));
  const types = ["object", "string", "number", "boolean", "array", "null"].map((type) => ({ type }));
  return { anyOf: [...references, ...types.map((one) => (one.type === "array" ? { ...one, items: {} } : one))] };
}

/** Prints schemas/<dialect>/*.json: one self-contained schema per event type, per category, and for any payload. */
import * as z from "zod";
import { kebabCase, pascalCase, singular } from "./names.js";
import type { EventDescription, Library, Model } from "./read-schemas.js";

export const dialects = {
  "2020-12": {
    target: "draft-2020-12",
    uri: "https://json-schema.org/draft/2020-12/schema",
    definitions: "$defs",
    dependent: "dependentSchemas",
  },
  "draft-07": {
    target: "draft-07",
    uri: "http://json-schema.org/draft-07/schema#",
    definitions: "definitions",
    dependent: "dependencies",
  },
} as const;

export type Dialect = keyof typeof dialects;
export type JsonSchema = { [keyword: string]: unknown };

/** The schemas of a dialect by file name without ending, such as `fact-sheet-created`, `fact-sheets` and `webhook-payload`. */
export function jsonSchemas(library: Library, dialect: Dialect, version: string): Map<string, JsonSchema> {
  const { events, categories } = library;
  const models = modelSchemas(library, dialect);
  const bare = new Map([
    ...models,
    ...events.map((event) => [event.payload, barePayload(event, events, models)] as const),
  ]);
  const file = (name: string, definitions: Map<string, JsonSchema>, schema: JsonSchema): [string, JsonSchema] => [
    name,
    {
      $schema: dialects[dialect].uri,
      $id: `https://cdn.jsdelivr.net/npm/leanix-webhook-events@${version.split(".")[0]}/schemas/${dialect}/${name}.json`,
      ...schema,
      ...definitionsOf(schema, definitions, dialect),
    },
  ];
  const unionOf = (members: EventDescription[]) => members.map(({ payload }) => reference(payload, dialect));

  return new Map([
    ...events.map((event) =>
      file(kebabCase(event.eventType), models, { ...withEvidence(models.get(event.payload)!, event) }),
    ),
    ...categories.map((category) =>
      file(category, bare, {
        title: `${pascalCase(singular(category))}Payload`,
        description: `The body of an event of the category ${category}.`,
        anyOf: unionOf(events.filter((event) => event.category === category)),
      }),
    ),
    file("webhook-payload", new Map([...bare, ["UnknownPayload", unknownPayload(events)]]), {
      title: "WebhookPayload",
      description: "The body of any event, of one that this version does not know too.",
      anyOf: [...unionOf(events), reference("UnknownPayload", dialect)],
    }),
  ]);
}

/** The 2020-12 schema of what is around a payload; it needs no definitions but its own. */
export function envelopeSchema(library: Library): JsonSchema {
  const models = modelSchemas(library, "2020-12");
  const schema = models.get("WebhookEnvelope")!;
  return { ...schema, ...definitionsOf(schema, models, "2020-12") };
}

function reference(name: string, dialect: Dialect): JsonSchema {
  return { $ref: `#/${dialects[dialect].definitions}/${name}` };
}

function withEvidence({ title, description, ...schema }: JsonSchema, { evidence }: EventDescription): JsonSchema {
  return { title, description, $comment: `evidence: ${evidence}`, ...schema };
}

/** Every model as zod prints it, with references to the others by name. */
function modelSchemas({ models }: Library, dialect: Dialect): Map<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of models.values()) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    target: dialects[dialect].target,
    uri: (name) => String(reference(name, dialect).$ref),
  });
  const printed = new Map<string, JsonSchema>();
  for (const model of models.values()) printed.set(model.name, modelSchema(model, schemas[model.name]!, dialect));
  for (const { shape } of models.values())
    if (shape.kind === "openUnion" && shape.base.kind === "model") {
      const base = printed.get(shape.base.name)!;
      const names = shape.members.map(({ value }) => value);
      const properties = base.properties as Record<string, JsonSchema>;
      properties[shape.discriminator]!.not = { enum: names };
      base.additionalProperties = true;
    }
  for (const { shape } of models.values())
    if (shape.kind === "openUnion")
      for (const { name, value } of shape.members) {
        const properties = printed.get(name)!.properties as Record<string, JsonSchema>;
        // typify takes a `const` for any string, and would read a member as the first whose other members fit.
        properties[shape.discriminator]!.pattern = `^${value}$`;
      }
  return printed;
}

function modelSchema(model: Model, printed: JsonSchema, dialect: Dialect): JsonSchema {
  const head = { title: model.name, description: `${model.description} Source: ${model.source}` };
  const { shape } = model;
  if (shape.kind === "object") {
    const { type, properties, required } = tidy(printed) as JsonSchema;
    return { ...head, type, properties, ...(required !== undefined && { required }) };
  }
  if (shape.kind === "value") {
    const { $schema, $id, ...value } = tidy(printed) as JsonSchema;
    return { ...head, ...value };
  }
  const members = shape.members.map(({ name }) => reference(name, dialect));
  if (shape.base.kind === "model")
    // Not `anyOf`: the members exclude one another, and some generators merge those of an `anyOf` into one.
    return { ...head, oneOf: [...members, reference(shape.base.name, dialect)] };
  // No `if`: it is not known to every generator. A condition on one member is, or is passed over as one on the value is not.
  const known = { [shape.discriminator]: { not: { enum: shape.members.map(({ value }) => value) } } };
  const memberOrOther = { anyOf: [...members, { type: "object", properties: known }] };
  const object = { type: "object", [dialects[dialect].dependent]: { [shape.discriminator]: memberOrOther } };
  return { ...head, anyOf: [object, ...["string", "number", "boolean", "array", "null"].map((type) => ({ type }))] };
}

/** What zod prints, as other languages' tools like it: see the comment at each line. */
function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy);
  if (typeof node !== "object" || node === null) return node;
  const { $ref, allOf, ...schema } = node as JsonSchema;
  // A description beside a reference makes some generators copy the definition under another name.
  if ($ref !== undefined) return { $ref };
  if (Array.isArray(allOf) && allOf.length === 1) return tidy(allOf[0]);
  if (Array.isArray(schema.anyOf)) Object.assign(schema, nullableOf(schema.anyOf));
  if (schema.anyOf === undefined) delete schema.anyOf;
  // A nullable model: go-jsonschema writes code that does not compile for an `anyOf` of a reference and null.
  if (isNullableModel(schema.anyOf)) {
    schema.oneOf = schema.anyOf;
    delete schema.anyOf;
  }
  // json-schema-to-typescript takes a schema that has only a description for that of an object.
  if (Object.keys(schema).join() === "description") return {};
  // Validators in strict mode refuse a type array of three.
  if (Array.isArray(schema.type) && schema.type.length > 2) {
    schema.anyOf = schema.type.map((type) => ({ type }));
    delete schema.type;
  }
  // An empty schema says nothing, and makes some generators write a member for unknown keys.
  if (isEmpty(schema.additionalProperties)) delete schema.additionalProperties;
  if (isEmpty(schema.properties)) delete schema.properties;
  delete schema.propertyNames;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === "examples" ? value : tidy(value)]),
  );
}

/** `anyOf: [{ type: "string", … }, { type: "null" }]` as `type: ["string", "null"]`. */
function nullableOf(options: JsonSchema[]): JsonSchema {
  const [option, last] = options;
  if (options.length !== 2 || last?.type !== "null" || typeof option?.type !== "string") return {};
  return { ...option, type: [option.type, "null"], anyOf: undefined };
}

function isNullableModel(options: unknown): boolean {
  if (!Array.isArray(options) || options.length !== 2) return false;
  const [option, last] = options as JsonSchema[];
  return option?.$ref !== undefined && last?.type === "null";
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The definitions that a schema needs, directly or through another. */
function definitionsOf(schema: JsonSchema, definitions: Map<string, JsonSchema>, dialect: Dialect): JsonSchema {
  const needed = new Map<string, JsonSchema>();
  collect(schema);
  return needed.size > 0 ? { [dialects[dialect].definitions]: Object.fromEntries(needed) } : {};

  function collect(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== "$ref") collect(value);
      else {
        const name = String(value).split("/").at(-1)!;
        if (needed.has(name)) continue;
        needed.set(name, definitions.get(name)!);
        collect(definitions.get(name));
      }
    }
  }
}

/**
 * A payload among others. Alone it may leave its class name open; here the body must be told from every other event,
 * as parsing tells it: by its `type`; by `progress`, where `type` is no event's name; by having no `type` at all.
 */
function barePayload(event: EventDescription, events: EventDescription[], models: Map<string, JsonSchema>): JsonSchema {
  const schema = withEvidence(models.get(event.payload)!, event);
  const properties = schema.properties as Record<string, JsonSchema>;
  if (event.wireNames.length > 0)
    return { ...schema, properties: { ...properties, type: oneOf(event.wireNames, properties.type) } };
  if (event.progress === undefined) return { ...schema, not: { anyOf: [having({ type: {} }), isRun(events)] } };
  return { ...schema, properties: { ...properties, type: { ...properties.type, not: { enum: wireNames(events) } } } };
}

function oneOf(names: string[], { description }: JsonSchema = {}): JsonSchema {
  return { description, type: "string", ...(names.length === 1 ? { const: names[0] } : { enum: names }) };
}

function unknownPayload(events: EventDescription[]): JsonSchema {
  return {
    title: "UnknownPayload",
    description: "The body of an event that this version does not know, or an empty body.",
    not: {
      anyOf: [
        having({ type: { type: "string", enum: wireNames(events) } }),
        isRun(events),
        { ...having({ tag: {}, automation: {} }), not: having({ type: {} }) },
      ],
    },
  };
}

function isRun(events: EventDescription[]): JsonSchema {
  const progress = events.flatMap((event) => event.progress ?? []);
  return having({ progress: { type: "string", enum: progress }, synchronizationId: {} });
}

/** An object that has these members. Strict validators ask that `properties` lists what is required. */
function having(properties: JsonSchema): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties) };
}

function wireNames(events: EventDescription[]): string[] {
  return events.flatMap((event) => event.wireNames);
}

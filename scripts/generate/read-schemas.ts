/** Reads the zod schemas of src/ into plain data that the printers of types and checks share. */
import * as z from "zod";
import { catalogue } from "../../src/events/catalogue.js";
import { type Evidence, modelOf, models, payloads } from "../../src/models/define.js";
import { webhookEnvelope } from "../../src/models/envelope.js";
import { openUnions } from "../../src/models/open-union.js";

export type Node =
  | { kind: "string"; minLength: number; pattern?: RegExp; known: string[]; expected: string }
  | { kind: "number" | "integer" | "boolean" | "object" | "unknown"; expected: string }
  | { kind: "literal"; values: string[] }
  | { kind: "array"; items: Node }
  | { kind: "map"; values: Node }
  | { kind: "nullable"; inner: Node }
  | { kind: "union"; options: Node[] }
  | { kind: "model"; name: string };

export interface Field {
  key: string;
  optional: boolean;
  description: string;
  node: Node;
}

export type Shape =
  | { kind: "object"; fields: Field[] }
  | { kind: "value"; node: Node }
  | { kind: "openUnion"; discriminator: string; members: { value: string; name: string }[]; base: Node };

export interface Model {
  name: string;
  description: string;
  source: string;
  /** The model of which this is the form whose members are all optional. */
  partialOf?: string;
  shape: Shape;
  schema: z.ZodType;
}

export interface EventDescription {
  eventType: string;
  category: string;
  evidence: Evidence;
  description: string;
  /** What the body's `type` can read, as far as it is known; empty where `type` does not tell the event. */
  wireNames: string[];
  /** What the body's `progress` reads, where that tells the event. */
  progress?: string;
  /** Name of the payload's model. */
  payload: string;
  schema: z.ZodObject;
}

export interface Library {
  categories: string[];
  events: EventDescription[];
  /** Every model that an event uses, payloads included, by name. */
  models: Map<string, Model>;
}

export function readSchemas(): Library {
  const found = new Map<string, Model>();
  const read = modelReader(found);
  const events = Object.entries(catalogue).flatMap(([category, schemas]) =>
    Object.entries(schemas).map(([eventType, schema]) => describeEvent(category, eventType, schema, read)),
  );
  read(webhookEnvelope);
  return { categories: Object.keys(catalogue), events, models: found };
}

/** A model, and all that it refers to. */
export function readModels(schema: z.ZodType): Map<string, Model> {
  const found = new Map<string, Model>();
  modelReader(found)(schema);
  return found;
}

function describeEvent(
  category: string,
  eventType: string,
  schema: z.ZodObject,
  read: (schema: z.ZodType) => string,
): EventDescription {
  const { evidence, description, ...info } = payloads.get(schema)!;
  if (info.eventType !== eventType) throw new Error(`the catalogue lists ${info.eventType} as ${eventType}`);
  const { type, progress } = schema.shape as Record<string, z.ZodType | undefined>;
  const told = literalValues(progress);
  return {
    eventType,
    category,
    evidence,
    description,
    wireNames: told.length > 0 ? [] : [...literalValues(type), ...knownValuesOf(type)],
    ...(told[0] !== undefined && { progress: told[0] }),
    payload: read(schema),
    schema,
  };
}

function literalValues(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

function knownValuesOf(schema: z.ZodType | undefined): string[] {
  return (schema && (z.globalRegistry.get(schema)?.examples as string[] | undefined)) ?? [];
}

/** A function that reads a model, and all that it refers to, into `found`, and returns its name. */
function modelReader(found: Map<string, Model>): (schema: z.ZodType) => string {
  return readModel;

  function readModel(schema: z.ZodType): string {
    const { id: name, ...info } = models.get(schema)!;
    const known = found.get(name);
    if (known && known.schema !== schema) throw new Error(`two models are called ${name}`);
    if (!known) {
      const model = { name, ...info, schema } as Model;
      found.set(name, model);
      model.shape = readShape(schema, name);
    }
    return name;
  }

  function readShape(schema: z.ZodType, at: string): Shape {
    const union = openUnions.get(schema);
    if (union) {
      const members = union.members.map((member) => ({
        value: literalValues(member.shape[union.discriminator] as z.ZodType)[0]!,
        name: readModel(member),
      }));
      return { kind: "openUnion", discriminator: union.discriminator, members, base: readNode(union.base, at) };
    }
    if (!(schema instanceof z.ZodObject)) return { kind: "value", node: readUnnamed(schema, at) };
    refuseChecks(schema, at);
    if (schema.def.catchall?._zod.def.type !== "unknown") throw new Error(`${at}: an object must keep unknown keys`);
    const fields = Object.entries(schema.shape).map(([key, member]) => readField(key, member as z.ZodType, at));
    return { kind: "object", fields };
  }

  function readField(key: string, schema: z.ZodType, model: string): Field {
    const at = `${model}.${key}`;
    const optional = schema instanceof z.ZodOptional;
    const node = readNode(optional ? (schema.unwrap() as z.ZodType) : schema, at);
    const description = descriptionOf(schema);
    if (!description) throw new Error(`${at}: no description`);
    return { key, optional, description, node };
  }

  function readNode(schema: z.ZodType, at: string): Node {
    const model = modelOf(schema);
    return model ? { kind: "model", name: readModel(model) } : readUnnamed(schema, at);
  }

  function readUnnamed(schema: z.ZodType, at: string): Node {
    if (schema instanceof z.ZodString) return readString(schema, at);
    if (schema instanceof z.ZodNumber) return readNumber(schema, at);
    refuseChecks(schema, at);
    if (schema instanceof z.ZodBoolean) return { kind: "boolean", expected: "boolean" };
    if (schema instanceof z.ZodUnknown) return { kind: "unknown", expected: "anything" };
    if (schema instanceof z.ZodLiteral) return { kind: "literal", values: literalValues(schema) };
    if (schema instanceof z.ZodArray) return { kind: "array", items: readNode(schema.element as z.ZodType, at) };
    if (schema instanceof z.ZodRecord) return { kind: "map", values: readNode(schema.valueType as z.ZodType, at) };
    if (schema instanceof z.ZodNullable) return { kind: "nullable", inner: readNode(schema.unwrap() as z.ZodType, at) };
    if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion))
      return { kind: "union", options: schema.options.map((option) => readNode(option as z.ZodType, at)) };
    if (schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0)
      return { kind: "object", expected: "object" };
    throw new Error(`${at}: the generator does not know ${schema.def.type}; an object must be made with defineModel`);
  }
}

function readString(schema: z.ZodString, at: string): Node {
  const node: Node & { kind: "string" } = {
    kind: "string",
    minLength: 0,
    known: knownValuesOf(schema),
    expected: "string",
  };
  for (const { _zod } of schema.def.checks ?? []) {
    const def = _zod.def as z.core.$ZodCheckDef & { minimum?: number; pattern?: RegExp; format?: string };
    if (def.check === "min_length" && def.minimum !== undefined) node.minLength = def.minimum;
    else if (def.check === "string_format" && def.format === "regex" && def.pattern) node.pattern = def.pattern;
    else throw new Error(`${at}: the generator does not know the string check ${def.check}`);
    node.expected = expectedBy(def);
  }
  return node;
}

function readNumber(schema: z.ZodNumber, at: string): Node {
  const checks = schema.def.checks ?? [];
  if (checks.length === 0) return { kind: "number", expected: "number" };
  const def = checks[0]!._zod.def as z.core.$ZodCheckDef & { fn?: unknown };
  if (checks.length === 1 && def.fn === Number.isInteger) return { kind: "integer", expected: expectedBy(def) };
  throw new Error(`${at}: the generator does not know the number check ${def.check}`);
}

/** What a check expects, in the words of its own message, "expected …". */
function expectedBy(def: z.core.$ZodCheckDef): string {
  const message = def.error?.({} as never);
  if (typeof message !== "string") throw new Error(`the check ${def.check} has no message`);
  return message.replace(/^expected /, "");
}

function refuseChecks(schema: z.ZodType, at: string): void {
  const check = schema.def.checks?.[0];
  if (check) throw new Error(`${at}: the generator does not know the check ${check._zod.def.check}`);
}

/** A field's description stands on the outermost schema that has one. */
function descriptionOf(schema: z.ZodType): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own) return own;
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  return wrapped ? descriptionOf(schema.unwrap() as z.ZodType) : undefined;
}

/** Reads the zod schemas of src/ into plain data that the printers of types and checks share. */
import * as z from "zod";
import * as modules from "../../src/events/index.js";
import { commonFields } from "../../src/models/base.js";
import { modelOf, models, type PayloadInfo, payloads } from "../../src/models/define.js";
import { webhookEnvelope } from "../../src/models/envelope.js";
import { openUnions } from "../../src/models/open-union.js";
import { kinds } from "../../src/models/scalars.js";
import { kebabCase } from "../names.js";
import type { EventDescription, Field, Library, Model, Node, Shape } from "./library.js";

export function readSchemas(): Library {
  const found = new Map<string, Model>();
  const read = modelReader(found);
  const events = [...payloads].map(([schema, info]) => describeEvent(...exportOf(schema, info), schema, info, read));
  read(commonFields);
  read(webhookEnvelope);
  return { categories: [...new Set(events.map(({ category }) => category))], events, models: found };
}

/** A model, and all that it refers to. */
export function readModels(schema: z.ZodType): Map<string, Model> {
  const found = new Map<string, Model>();
  modelReader(found)(schema);
  return found;
}

/** The category whose module exports a payload, and the name under which it does. */
function exportOf(schema: z.ZodObject, { eventType }: PayloadInfo): [category: string, constant: string] {
  for (const [category, module] of Object.entries(modules))
    for (const [constant, value] of Object.entries(module))
      if (value === schema) return [kebabCase(category), constant];
  throw new Error(`${eventType}: no module of src/events exports it, or src/events/index.ts does not list its module`);
}

function describeEvent(
  category: string,
  constant: string,
  schema: z.ZodObject,
  { eventType, evidence, description, source }: PayloadInfo,
  read: (schema: z.ZodType) => string,
): EventDescription {
  const { type, progress } = schema.shape as Record<string, z.ZodType | undefined>;
  const [progressValue] = literalValues(progress);
  return {
    eventType,
    category,
    evidence,
    description,
    source,
    wireNames: progressValue === undefined ? literalValues(type) : [],
    ...(progressValue !== undefined && { progress: progressValue }),
    payload: read(schema),
    constant,
    schema,
  };
}

function literalValues(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
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
      return {
        kind: "openUnion",
        discriminator: union.discriminator,
        members,
        ...(union.base && { base: readModel(union.base) }),
        ...(union.objects && { objects: readModel(union.objects) }),
      };
    }
    if (!(schema instanceof z.ZodObject)) return { kind: "value", node: readUnnamed(schema, at) };
    refuseChecks(schema, at);
    if (schema.def.catchall?._zod.def.type !== "unknown") throw new Error(`${at}: an object must keep unknown keys`);
    const fields = Object.entries(schema.shape).map(([key, member]) => readField(key, member as z.ZodType, at));
    return { kind: "object", fields };
  }

  function readField(key: string, schema: z.ZodType, model: string): Field {
    const at = `${model}.${key}`;
    if (!/^[A-Za-z_$][\w$]*$/.test(key)) throw new Error(`${at}: the name of a field must be an identifier`);
    const optional = schema instanceof z.ZodOptional;
    const present = optional ? (schema.unwrap() as z.ZodType) : schema;
    const nullable = present instanceof z.ZodNullable;
    const node = readNode(nullable ? (present.unwrap() as z.ZodType) : present, at);
    if (optional && !nullable && node.kind !== "unknown" && !takesNull(node))
      throw new Error(`${at}: what may be absent may be null, too: use nullish()`);
    const description = descriptionOf(schema);
    if (!description) throw new Error(`${at}: no description`);
    return { key, optional, nullable, description, node };
  }

  function takesNull(node: Node): boolean {
    const shape = node.kind === "model" ? found.get(node.name)!.shape : undefined;
    return shape?.kind === "openUnion" && shape.base === undefined;
  }

  function readNode(schema: z.ZodType, at: string): Node {
    const model = modelOf(schema);
    return model ? { kind: "model", name: readModel(model) } : readUnnamed(schema, at);
  }

  function readUnnamed(schema: z.ZodType, at: string): Node {
    const kind = kinds.get(schema)?.kind;
    if (schema instanceof z.ZodLiteral)
      return { kind: "literal", values: literalValues(schema), open: kind === "openName" };
    refuseChecks(schema, at, kind ? 1 : 0);
    if (kind && kind !== "openName") return { kind };
    if (schema instanceof z.ZodString) return { kind: "string", known: knownValuesOf(schema) };
    if (schema instanceof z.ZodNumber) return { kind: "number" };
    if (schema instanceof z.ZodBoolean) return { kind: "boolean" };
    if (schema instanceof z.ZodUnknown) return { kind: "unknown" };
    if (schema instanceof z.ZodArray) return { kind: "array", items: readNode(schema.element as z.ZodType, at) };
    if (schema instanceof z.ZodPipe && schema.out instanceof z.ZodRecord)
      return { kind: "map", values: readNode(schema.out.valueType as z.ZodType, at) };
    if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion))
      return { kind: "union", options: schema.options.map((option) => readNode(option as z.ZodType, at)) };
    if (schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0) return { kind: "object" };
    throw new Error(`${at}: the generator does not know ${schema.def.type}; an object must be made with defineModel`);
  }
}

function knownValuesOf(schema: z.ZodType): string[] {
  return (z.globalRegistry.get(schema)?.examples as string[] | undefined) ?? [];
}

/** A check that the generator left out silently would be a hole. A scalar with a kind has one, of which the kind tells. */
function refuseChecks(schema: z.ZodType, at: string, known = 0): void {
  const check = schema.def.checks?.[known];
  if (check) throw new Error(`${at}: the generator does not know the check ${check._zod.def.check}`);
}

/** A field's description stands on the outermost schema that has one. */
function descriptionOf(schema: z.ZodType): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own) return own;
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  return wrapped ? descriptionOf(schema.unwrap() as z.ZodType) : undefined;
}

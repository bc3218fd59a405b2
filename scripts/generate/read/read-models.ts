/** Reads the zod schemas of models into plain data. It fails on what it does not know. */
import * as z from "zod";
import { modelOf, models } from "../../../src/zod/models/define.js";
import { openUnions } from "../../../src/zod/models/open-union.js";
import { kinds } from "../../../src/zod/models/scalars.js";
import type { Field, Model, Node, OpenUnion, Shape } from "./library.js";

/** The models that are read so far, by name. */
type Found = Map<string, Model>;

type Union = NonNullable<ReturnType<typeof openUnions.get>>;

/** Reads a model, and all that it refers to, into `found`; returns its name. */
export function readModel(schema: z.ZodType, found: Found): string {
  const { id: name, ...info } = models.get(schema)!;
  const known = found.get(name);
  if (known && known.schema !== schema) throw new Error(`two models are called ${name}`);
  if (!known) {
    const model = { name, ...info, schema } as Model;
    // Set before its shape is read, because a model can hold itself.
    found.set(name, model);
    model.shape = readShape(schema, name, found);
  }
  return name;
}

/** The values of a literal; none of any other schema. */
export function literalValues(schema: z.ZodType | undefined): string[] {
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
}

function readShape(schema: z.ZodType, at: string, found: Found): Shape {
  const union = openUnions.get(schema);
  if (union) return readUnion(union, found);
  if (!(schema instanceof z.ZodObject)) return { kind: "value", node: readUnnamed(schema, at, found) };
  refuseChecks(schema, at);
  if (schema.def.catchall?._zod.def.type !== "unknown") throw new Error(`${at}: an object must keep unknown keys`);
  const fields = Object.entries(schema.shape).map(([key, field]) => readField(key, field as z.ZodType, at, found));
  return { kind: "object", fields };
}

function readUnion({ discriminator, members }: Union, found: Found): OpenUnion {
  return {
    kind: "openUnion",
    discriminator,
    members: members.map((member) => ({
      value: literalValues(member.shape[discriminator] as z.ZodType)[0]!,
      name: readModel(member, found),
    })),
  };
}

function readField(key: string, schema: z.ZodType, model: string, found: Found): Field {
  const at = `${model}.${key}`;
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) throw new Error(`${at}: the name of a field must be an identifier`);
  const optional = schema instanceof z.ZodOptional;
  const present = optional ? (schema.unwrap() as z.ZodType) : schema;
  const nullable = present instanceof z.ZodNullable;
  const node = readNode(nullable ? (present.unwrap() as z.ZodType) : present, at, found);
  if (optional && !nullable && node.kind !== "unknown" && !takesNull(node, found))
    throw new Error(`${at}: what may be absent may be null, too: use nullish()`);
  const description = descriptionOf(schema);
  if (!description) throw new Error(`${at}: no description`);
  return { key, optional, nullable, description, node };
}

function takesNull(node: Node, found: Found): boolean {
  return node.kind === "model" && found.get(node.name)!.shape.kind === "openUnion";
}

function readNode(schema: z.ZodType, at: string, found: Found): Node {
  const model = modelOf(schema);
  return model ? { kind: "model", name: readModel(model, found) } : readUnnamed(schema, at, found);
}

function readUnnamed(schema: z.ZodType, at: string, found: Found): Node {
  const kind = kinds.get(schema)?.kind;
  if (schema instanceof z.ZodLiteral)
    return { kind: "literal", values: literalValues(schema), open: kind === "openName" };
  refuseChecks(schema, at, kind && kind !== "date" ? 1 : 0);
  if (kind && kind !== "openName") return { kind };
  if (schema instanceof z.ZodString) return { kind: "string", known: knownValuesOf(schema) };
  if (schema instanceof z.ZodNumber) return { kind: "number" };
  if (schema instanceof z.ZodBoolean) return { kind: "boolean" };
  if (schema instanceof z.ZodUnknown) return { kind: "unknown" };
  if (schema instanceof z.ZodArray) return { kind: "array", items: readNode(schema.element as z.ZodType, at, found) };
  const map = schema instanceof z.ZodLazy ? schema.unwrap() : undefined;
  if (map instanceof z.ZodRecord && map.valueType instanceof z.ZodNullable)
    return { kind: "map", values: readNode(map.valueType.unwrap() as z.ZodType, at, found) };
  if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion))
    return { kind: "union", options: schema.options.map((option) => readNode(option as z.ZodType, at, found)) };
  if (schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0) return { kind: "object" };
  throw new Error(`${at}: the generator does not know ${schema.def.type}; an object must be made with defineModel`);
}

function knownValuesOf(schema: z.ZodType): string[] {
  return (z.globalRegistry.get(schema)?.examples as string[] | undefined) ?? [];
}

/** A check that the generator left out silently would be a hole. A scalar with a kind has one, which the kind stands for. */
function refuseChecks(schema: z.ZodType, at: string, known = 0): void {
  const check = schema.def.checks?.[known];
  if (check) throw new Error(`${at}: the generator does not know the check ${check._zod.def.check}`);
}

/** A field's description stands on the outermost schema that has one. */
function descriptionOf(schema: z.ZodType): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own) return own;
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  return isWrapped ? descriptionOf(schema.unwrap() as z.ZodType) : undefined;
}

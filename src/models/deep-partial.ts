import * as z from "zod";
import { modelOf, models } from "./define.js";
import { openUnion, openUnions } from "./open-union.js";

/** `T` with every member, at any depth, optional. */
export type DeepPartial<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? DeepPartial<Item>[]
    : T extends object
      ? IsMap<T> extends true
        ? Record<string, DeepPartial<T[keyof T]>>
        : { [Key in keyof T]?: DeepPartial<T[Key]> }
      : T;

/** A loose object has an index signature too, of which the members are unknown. */
type IsMap<T> = string extends keyof T ? (unknown extends T[keyof T] ? false : true) : false;

export type DeepPartialShape<Shape> = {
  [Key in keyof Shape]: z.ZodOptional<z.ZodType<DeepPartial<z.output<Shape[Key]>>>>;
};

const partials = new WeakMap<z.ZodType, z.ZodType>();

/** The same members, each optional and, below it, all members optional: what an event may hold whose body is inferred. */
export function deepPartialShape<Shape extends z.core.$ZodLooseShape>(shape: Shape): DeepPartialShape<Shape> {
  const members = Object.entries(shape).map(([key, schema]) => [key, optional(deepPartial(schema as z.ZodType))]);
  return Object.fromEntries(members);
}

/** The form of a schema in which every member of every object is optional; the model `X` becomes `PartialX`. */
function deepPartial(schema: z.ZodType): z.ZodType {
  let partial = partials.get(schema);
  if (!partial) {
    partial = derive(schema);
    const description = partial === schema ? undefined : z.globalRegistry.get(schema)?.description;
    if (description) partial = partial.describe(description);
    partials.set(schema, partial);
  }
  return partial;
}

function derive(schema: z.ZodType): z.ZodType {
  const model = modelOf(schema);
  if (model && model !== schema) return deepPartial(model);
  const info = models.get(schema);
  if (info) {
    if (!(schema instanceof z.ZodObject || openUnions.has(schema))) return schema;
    const description = `${info.description.slice(0, -1)}, of which any member may be absent.`;
    return partialModel(schema).register(models, { ...info, id: `Partial${info.id}`, description, partialOf: info.id });
  }
  if (schema instanceof z.ZodOptional) return optional(deepPartial(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodNullable) return deepPartial(schema.unwrap() as z.ZodType).nullable();
  if (schema instanceof z.ZodArray) return z.array(deepPartial(schema.element as z.ZodType));
  if (schema instanceof z.ZodRecord) return z.record(z.string(), deepPartial(schema.valueType as z.ZodType));
  return schema;
}

function partialModel(model: z.ZodType): z.ZodType {
  const union = openUnions.get(model);
  if (union) {
    const members = union.members.map((member) => deepPartial(member) as z.ZodObject);
    return openUnion(union.discriminator, members, deepPartial(union.base));
  }
  const shape: Record<string, z.ZodType> = {};
  for (const [key, member] of Object.entries((model as z.ZodObject).shape)) {
    // A getter, as a recursive model holds its own partial form. A literal is kept: it tells the members of a union apart.
    const get = (): z.ZodType => (member instanceof z.ZodLiteral ? member : optional(deepPartial(member as z.ZodType)));
    Object.defineProperty(shape, key, { enumerable: true, get });
  }
  return z.looseObject(shape);
}

function optional(schema: z.ZodType): z.ZodOptional {
  return schema instanceof z.ZodOptional ? schema : schema.optional();
}

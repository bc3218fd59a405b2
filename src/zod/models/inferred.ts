import * as z from "zod";
import { defineModel, type Model, sources } from "./define.js";
import { kinds } from "./scalars.js";

type Nullish<Schema> =
  Schema extends z.ZodOptional<z.ZodType>
    ? Schema
    : Schema extends z.ZodNullable<z.ZodType>
      ? z.ZodOptional<Schema>
      : Schema extends z.ZodType
        ? z.ZodOptional<z.ZodNullable<Schema>>
        : never;

type OptionalShape<Shape> = { [Key in keyof Shape]: Nullish<Shape[Key]> };

/** The same fields, each of them optional or null. What a field holds keeps its model. */
export function optionalShape<Shape extends z.core.$ZodLooseShape>(shape: Shape): OptionalShape<Shape> {
  const fields = Object.entries(shape).map(([key, schema]) => [key, nullish(schema as z.ZodType)]);
  return Object.fromEntries(fields);
}

function nullish(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return schema;
  return schema instanceof z.ZodNullable ? schema.optional() : schema.nullish();
}

/** An object as a partly published event holds it: nothing in it is required. */
export function partialModel<Shape extends z.core.$ZodLooseShape>(
  id: string,
  description: string,
  shape: Shape,
): Model<OptionalShape<Shape>> {
  return defineModel(id, description, optionalShape(shape), sources.events);
}

/**
 * The shape of an event of which only the name is published: its sibling's, with everything optional but the class name.
 * The vendor may spell that otherwise, so its type is open; a payload that only the envelope's tags name need not have it.
 */
export function inferredFrom<Shape extends z.core.$ZodLooseShape, const Name extends string>(
  sibling: Shape,
  ...names: [Name, ...Name[]]
): Omit<OptionalShape<Shape>, "type"> & { type: z.ZodType<Name | (string & {})> } {
  const type: z.ZodType<Name | (string & {})> = z.literal(names);
  kinds.add(type, { kind: "openName" });
  return {
    ...optionalShape(sibling),
    type: type.describe(
      "Name of the event: assumed, because it is not published. Any string if only the envelope's tags name the event.",
    ),
  };
}

import * as z from "zod";
import { isObject } from "../../json/object.js";
import { dispatched } from "./dispatched.js";

export interface OpenUnionInfo {
  discriminator: string;
  members: readonly z.ZodObject[];
  /** What a value must be that names no member; undefined if it can be anything. */
  base?: z.ZodType;
  /** The union that objects must be of, where other values are taken too. */
  objects?: z.ZodType;
}

/** What the generators need to know of an open union: zod's own definition of it does not say which options are members. */
export const openUnions = new WeakMap<z.core.$ZodType, OpenUnionInfo>();

/**
 * Objects discriminated by a string that names one of `members`, and anything else that `base` takes.
 * A value that names a member must be that member.
 */
export function openUnion<Base extends z.ZodType, const Members extends readonly z.ZodObject[]>(
  discriminator: string,
  members: Members,
  base: Base,
): z.ZodType<z.output<Members[number]> | z.output<Base>> {
  const union = dispatching<z.output<Members[number]> | z.output<Base>>(discriminator, members, base);
  openUnions.set(union, { discriminator, members, base });
  return union;
}

/** The objects of an open union, and any other JSON value. */
export function anythingOr<Output>(
  objects: z.ZodType<Output>,
): z.ZodType<Output | object | string | number | boolean | null> {
  const { discriminator, members } = openUnions.get(objects)!;
  const union = dispatching<Output | object | string | number | boolean | null>(discriminator, members, z.unknown());
  openUnions.set(union, { discriminator, members, objects });
  return union;
}

function dispatching<Output>(
  discriminator: string,
  members: readonly z.ZodObject[],
  base: z.ZodType,
): z.ZodType<Output> {
  const memberOf = new Map<unknown, z.ZodObject>();
  for (const member of members) memberOf.set((member.shape[discriminator] as z.ZodLiteral).value, member);
  const named = { properties: { [discriminator]: { enum: [...memberOf.keys()] } }, required: [discriminator] };
  return dispatched(
    [...members, base.meta({ not: { type: "object", ...named } })],
    (value) => (isObject(value) && memberOf.get(value[discriminator])) || base,
  );
}

import * as z from "zod";

export interface OpenUnionInfo {
  discriminator: string;
  members: readonly z.ZodObject[];
}

/** What the generator knows of an open union: zod sees any value. */
export const openUnions = new WeakMap<z.core.$ZodType, OpenUnionInfo>();

/** Any JSON value; the objects among them that are known have one of their names at `discriminator`. */
export function openUnion<Value>(discriminator: string, members: readonly z.ZodObject[]): z.ZodType<Value> {
  const union = z.unknown() as z.ZodType<Value>;
  openUnions.set(union, { discriminator, members });
  return union;
}

import * as z from "zod";
import { timestampPattern } from "../../json/patterns.js";
import { registry } from "../registry.js";

/** What a string or number is beyond its zod type; the generators read it from here. */
export type ScalarKind = "id" | "integer" | "timestamp" | "date" | "openName";

/** The kind of each scalar below; of its described copies too. */
export const kinds = registry<{ kind: ScalarKind }>();

/** An object whose fields are not published. */
export const anyObject: z.ZodType<object> = z.looseObject({});

/** No `z.int()`: it refuses integers beyond 2^53, which JSON can hold. */
export const integer = z
  .number()
  .refine(Number.isInteger, { error: "expected integer" })
  .meta({ type: "integer" })
  .register(kinds, { kind: "integer" });

/**
 * Any string but an empty one. No `z.uuid()`: the vendor's own examples hold ids that are not hex, and survey question
 * ids are not RFC 9562. No `.min(1)`: it throws a TypeError for an object whose `length` cannot be compared.
 */
export const id = z
  .string()
  .refine((value) => value !== "", { error: "expected non-empty string" })
  .meta({ minLength: 1 })
  .register(kinds, { kind: "id" });

export const timestamp = z
  .string()
  .regex(timestampPattern, { error: "expected ISO 8601 timestamp" })
  .register(kinds, { kind: "timestamp" });

/** `YYYY-MM-DD` in all that was seen; any text is taken. */
export const date = z.string().register(kinds, { kind: "date" });

/** A set that the vendor fixed and may extend: the known values in the type, any string in the check. */
export function knownValues<const Value extends string>(...values: Value[]): z.ZodType<Value | (string & {})> {
  return z.string().meta({ examples: values });
}

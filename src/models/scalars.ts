import * as z from "zod";
import { datePattern, timestampPattern } from "./patterns.js";

export const text = z.string();
export const flag = z.boolean();
export const number = z.number();

/** An object whose members are not published. */
export const anyObject = z.looseObject({});

/** No `z.int()`: it refuses integers beyond 2^53, which JSON can hold. */
export const integer = z.number().refine(Number.isInteger, { error: "expected integer" }).meta({ type: "integer" });

/** No `z.uuid()`: the vendor's own examples hold ids that are not hex, and survey question ids are not RFC 9562. */
export const id = z.string().min(1, { error: "expected non-empty string" });

export const timestamp = z.string().regex(timestampPattern, { error: "expected ISO 8601 timestamp" });

export const date = z.string().regex(datePattern, { error: "expected ISO 8601 date" });

/** A set that the vendor fixed and may extend: the known values in the type, any string in the check. */
export function knownValues<const Value extends string>(...values: Value[]): z.ZodType<Value | (string & {})> {
  return z.string().meta({ examples: values });
}

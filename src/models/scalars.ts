import * as z from "zod";

/** ISO 8601 date and time, 0 to 9 fraction digits, `Z` or an offset. Linear: the checks and every JSON Schema use it as it is. */
export const timestampPattern =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})$/;

/** ISO 8601 date, `YYYY-MM-DD`. */
export const datePattern = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

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

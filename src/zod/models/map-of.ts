import * as z from "zod";
import { isObject } from "../../json/object.js";
import { checkedBy } from "./dispatched.js";

/**
 * A map of what `value` takes, or null: entries may be null, like optional fields. Its check is not zod's, which passes over
 * the key `__proto__` that JSON can hold.
 */
export function mapOf<Value extends z.ZodType>(
  value: Value,
): z.ZodLazy<z.ZodRecord<z.ZodString, z.ZodNullable<Value>>> {
  const entry = z.nullable(value);
  const record = z.record(z.string(), entry);
  return checkedBy(record, (payload, context) => {
    const map = payload.value;
    if (!isObject(map)) {
      payload.issues.push({ code: "invalid_type", expected: "record", input: map, inst: record });
      return payload;
    }
    const entries: [string, unknown][] = [];
    for (const key of Object.keys(map)) {
      // No schema of a payload is asynchronous.
      const checked = entry._zod.run({ value: map[key], issues: [] }, context) as z.core.ParsePayload;
      for (const issue of checked.issues) payload.issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
      entries.push([key, checked.value]);
    }
    payload.value = Object.fromEntries(entries);
    return payload;
  });
}

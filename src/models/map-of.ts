import * as z from "zod";
import { isObject } from "../parse/json-object.js";

/** A map of what `value` takes. zod passes over the key `__proto__`, which JSON can hold, so that one is checked before. */
export function mapOf<Value extends z.ZodType>(value: Value): z.ZodPipe<z.ZodUnknown, z.ZodRecord<z.ZodString, Value>> {
  const withProto = z.unknown().check((context) => {
    const map = context.value;
    if (!isObject(map) || !Object.hasOwn(map, "__proto__")) return;
    for (const issue of value.safeParse(Reflect.get(map, "__proto__")).error?.issues ?? [])
      context.issues.push({ ...issue, path: ["__proto__", ...issue.path], input: map } as z.core.$ZodRawIssue);
  });
  return z.pipe(withProto, z.record(z.string(), value));
}

import type * as z from "zod";
import { isObject } from "../../json/object.js";
import { MAX_DEPTH } from "../../parse/check.js";
import { replaceRun } from "./dispatched.js";

/** How many models of a parse stand around the value that is checked, by zod's context of that parse. */
const levels = new WeakMap<object, number>();

/** Makes a model that can hold itself refuse what the parser refuses as too deep: zod would overflow the stack. */
export function limitedDepth<Schema extends z.ZodType>(model: Schema): Schema {
  const { run } = model._zod;
  return replaceRun(model, (payload, context) => {
    const around = levels.get(context) ?? 0;
    if (around >= MAX_DEPTH && isObject(payload.value)) {
      payload.issues.push({ code: "custom", message: `expected at most ${MAX_DEPTH} levels`, input: payload.value });
      return payload;
    }
    levels.set(context, around + 1);
    const checked = run(payload, context);
    levels.set(context, around);
    return checked;
  });
}

import * as z from "zod";

/** How zod checks a value: it adds issues to the payload, and may replace its value. The context is that of one parse. */
export type Run = z.core.$ZodType["_zod"]["run"];

/** Replaces how zod checks by a schema. Here alone: zod promises nothing of its insides, so its newest version is tested. */
export function replaceRun<Schema extends z.ZodType>(schema: Schema, run: Run): Schema {
  schema._zod.run = run;
  return schema;
}

/**
 * A schema that zod reads and prints as `schema`, and that checks a value by `run`.
 * Lazy, because a described copy of `schema` itself would check as zod does.
 */
export function checkedBy<Schema extends z.ZodType>(schema: Schema, run: Run): z.ZodLazy<Schema> {
  replaceRun(schema, run);
  return z.lazy(() => schema);
}

/**
 * A union that checks only the option `schemaOf` selects. `z.union` alone would report the issues of all
 * options, and take a malformed value for an option that asks for less.
 */
export function dispatched<Output>(
  options: readonly z.ZodType[],
  schemaOf: (value: unknown) => z.ZodType,
): z.ZodType<Output> {
  const run: Run = (payload, context) => schemaOf(payload.value)._zod.run(payload, context);
  return checkedBy(z.union(options), run) as unknown as z.ZodType<Output>;
}

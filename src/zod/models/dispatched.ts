import * as z from "zod";

/** How zod checks a value: it adds issues to the payload, and may replace its value. The context is that of one parse. */
export type Run = z.core.$ZodType["_zod"]["run"];

/**
 * A schema that zod reads and prints as `schema`, and that checks a value by `run`.
 * Lazy, because a described copy of `schema` itself would check as zod does.
 */
export function checkedBy<Schema extends z.ZodType>(schema: Schema, run: Run): z.ZodLazy<Schema> {
  schema._zod.run = run;
  return z.lazy(() => schema);
}

/**
 * One of `options`, of which `schemaOf` finds the one that a value must be. `z.union` alone would report the issues of all
 * options, and take a malformed value for an option that asks for less.
 */
export function dispatched<Output>(
  options: readonly z.ZodType[],
  schemaOf: (value: unknown) => z.ZodType,
): z.ZodType<Output> {
  const run: Run = (payload, context) => schemaOf(payload.value)._zod.run(payload, context);
  return checkedBy(z.union(options), run) as unknown as z.ZodType<Output>;
}

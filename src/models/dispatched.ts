import * as z from "zod";

/**
 * What `base` takes, and the issues of the schema that `schemaOf` finds for a value.
 *
 * @param options what `z.toJSONSchema` prints; by itself it would print the base alone.
 */
export function dispatched<Output>(
  base: z.ZodType,
  schemaOf: (value: unknown) => z.ZodType | undefined,
  options: () => object[],
): z.ZodType<Output> {
  const checked = base.check((context) => {
    const issues = schemaOf(context.value)?.safeParse(context.value).error?.issues ?? [];
    for (const issue of issues) context.issues.push({ ...issue, input: context.value } as z.core.$ZodRawIssue);
  });
  checked._zod.parent = undefined;
  checked._zod.toJSONSchema = () => ({ anyOf: options() });
  // Lazy, because a described copy would be printed as its base.
  return z.lazy(() => checked) as unknown as z.ZodType<Output>;
}

/** The JSON Schema of a schema that stands inside another. */
export function printed(schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return rest;
}

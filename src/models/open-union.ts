import type * as z from "zod";

export interface OpenUnionInfo {
  discriminator: string;
  members: readonly z.ZodObject[];
  base: z.ZodType;
}

/** What the generators need to know of an open union: its members are not in zod's own definition of it. */
export const openUnions = new WeakMap<z.core.$ZodType, OpenUnionInfo>();

/**
 * Objects told apart by a string that names one of `members`, and anything else that `base` takes.
 * A value that names a member must be that member. `z.union([…members, anything])` could not say so:
 * it takes a malformed member for anything; and it reports no path.
 */
export function openUnion<Base extends z.ZodType, const Members extends readonly z.ZodObject[]>(
  discriminator: string,
  members: Members,
  base: Base,
): z.ZodType<z.output<Members[number]> | z.output<Base>> {
  const memberOf = new Map<unknown, z.ZodObject>();
  for (const member of members) memberOf.set((member.shape[discriminator] as z.ZodLiteral).value, member);

  const union = base.check((context) => {
    const name = isObject(context.value) ? context.value[discriminator] : undefined;
    const issues = memberOf.get(name)?.safeParse(context.value).error?.issues ?? [];
    for (const issue of issues) context.issues.push({ ...issue, input: context.value } as z.core.$ZodRawIssue);
  });
  openUnions.set(union, { discriminator, members, base });
  return union as unknown as z.ZodType<z.output<Members[number]> | z.output<Base>>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

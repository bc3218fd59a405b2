/** What a tool does otherwise and no schema of ours can change. */
export interface KnownDifference {
  /** As the table shows it. */
  what: string;
  why: string;
  /** What is found: `schema: says valid of "body"`, `a type is called Name`, `module.path: value comes back value`. */
  matches: RegExp;
}

export const nullIsAbsent = { what: "null comes back absent", matches: /: null comes back absent$/ };
export const absentIsNull = { what: "absent comes back null", matches: /: absent comes back null$/ };
export const emptyArrayIsAbsent = {
  what: "optional empty arrays come back absent",
  matches: /: \[\] comes back absent$/,
};
export const invalid = { what: "some bodies come back invalid", matches: /^\w+: comes back invalid$/ };

/** The findings that are not known, and the known differences that were not found: take those out. */
export function unexpected(found: string[], known: KnownDifference[] = []): string[] {
  const open = found.filter((text) => !known.some(({ matches }) => matches.test(text)));
  const gone = known.filter(({ matches }) => !found.some((text) => matches.test(text)));
  return [...open, ...gone.map(({ what }) => `no longer so: ${what}`)];
}

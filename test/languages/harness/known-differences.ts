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
export const invalid = { what: "some bodies come back invalid", matches: /^\w+: comes back invalid$/ };

/** The value of a field is one of the known kinds or anything else. */
export const ownKeysLost = {
  what: "fields that the schema does not name come back absent in the value of a field",
  why: "of a union of classes and any object it makes one class",
  matches: /^fact_sheet_field_updated\.(?:old|new)Value\.\w+: .* comes back absent$/,
};

export const lineBreakPasses = {
  what: "a line break at the end of a pattern's text passes",
  matches: /: says valid of ".* a line break at its end(, wrapped)?"$/,
};
export const noInteger = {
  what: "a number beyond 2^63 is no integer",
  matches: /: says invalid of ".* beyond 2\^53(, wrapped)?"$/,
};

/** The findings that are not known, and the known differences that were not found: take those out. */
export function unexpected(found: string[], known: KnownDifference[] = []): string[] {
  const open = found.filter((text) => !known.some(({ matches }) => matches.test(text)));
  const gone = known.filter(({ matches }) => !found.some((text) => matches.test(text)));
  return [...open, ...gone.map(({ what }) => `no longer so: ${what}`)];
}

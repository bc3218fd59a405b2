/** What the generated checks are made of. */

/** The first thing that is wrong with a value. */
export interface Issue {
  path: (string | number)[];
  expected: string;
  received: unknown;
  tooDeep?: true;
}

/** Nothing for a valid value, or its first issue; a model that holds itself counts its depth. */
export type Check = (value: unknown) => Issue | undefined;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

export function fail(expected: string, received: unknown, key?: string | number): Issue {
  return { path: key === undefined ? [] : [key], expected, received };
}

export function at(key: string | number, issue: Issue): Issue {
  issue.path.unshift(key);
  return issue;
}

export function tooDeep(received: unknown): Issue {
  return { path: [], expected: `at most ${MAX_DEPTH} levels`, received, tooDeep: true };
}

/**
 * The value if it is an object whose members are its own, else a copy of its own members; nothing for any other value.
 * Only a caller's own object can inherit members: what `JSON.parse` makes never takes the copy.
 */
export function ownObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null
    ? (value as Record<string, unknown>)
    : { __proto__: null, ...value };
}

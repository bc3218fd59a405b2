/** What the generated checks are made of: each function returns nothing for a valid value, or its first issue. */
import { datePattern, timestampPattern } from "./models/patterns.js";

/** The first thing that is wrong with a value. */
export interface Issue {
  path: (string | number)[];
  expected: string;
  received: unknown;
  tooDeep?: true;
}

/** What a member may be instead of its type; combined with `|`. */
export const REQUIRED = 0;
export const OPTIONAL = 1;
export const NULLABLE = 2;

/**
 * The check of a model. With `partial` set to OPTIONAL it is the check of the model's form whose members are all
 * optional; a model that holds itself counts its depth.
 */
export type Check = (value: unknown, partial?: number, depth?: number) => Issue | undefined;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

export function fail(expected: string, received: unknown, key?: string): Issue {
  return { path: key === undefined ? [] : [key], expected, received };
}

export function tooDeep(received: unknown): Issue {
  return { path: [], expected: `at most ${MAX_DEPTH} levels`, received, tooDeep: true };
}

export function at(key: string | number, issue: Issue): Issue {
  issue.path.unshift(key);
  return issue;
}

let ownMembersOnly = false;

/** Runs `check` on what `JSON.parse` made: its members are all its own, so that no object need be asked for its prototype. */
export function checkParsedJson<Result>(check: () => Result): Result {
  const before = ownMembersOnly;
  ownMembersOnly = true;
  try {
    return check();
  } finally {
    ownMembersOnly = before;
  }
}

/** The value if it is an object with members of its own, a copy of those if it inherits others; nothing for any other value. */
export function ownObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (ownMembersOnly) return value as Record<string, unknown>;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null
    ? (value as Record<string, unknown>)
    : { __proto__: null, ...value };
}

/** The issue of a value that is not of its type: none where something else is allowed in its place. */
function unless(allowed: number, expected: string, value: unknown, key?: string): Issue | undefined {
  if (isAllowed(value, allowed)) return undefined;
  return fail(allowed & NULLABLE ? `${expected} or null` : expected, value, key);
}

function isAllowed(value: unknown, allowed: number): boolean {
  return value === undefined ? (allowed & OPTIONAL) !== 0 : value === null && (allowed & NULLABLE) !== 0;
}

export function string(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return typeof value === "string" ? undefined : unless(allowed, "string", value, key);
}

export function nonEmptyString(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return typeof value === "string" && value !== "" ? undefined : unless(allowed, "non-empty string", value, key);
}

export function timestamp(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return isTimestamp(value) ? undefined : unless(allowed, "ISO 8601 timestamp", value, key);
}

export function date(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  const valid = typeof value === "string" && datePattern.test(value);
  return valid ? undefined : unless(allowed, "ISO 8601 date", value, key);
}

export function number(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return Number.isFinite(value) ? undefined : unless(allowed, "number", value, key);
}

export function integer(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return Number.isInteger(value) ? undefined : unless(allowed, "integer", value, key);
}

export function boolean(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return typeof value === "boolean" ? undefined : unless(allowed, "boolean", value, key);
}

export function object(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  return ownObject(value) ? undefined : unless(allowed, "object", value, key);
}

export function numberOrString(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  const valid = typeof value === "string" || Number.isFinite(value);
  return valid ? undefined : unless(allowed, "number or string", value, key);
}

export function numberOrTimestamp(value: unknown, key?: string, allowed = REQUIRED): Issue | undefined {
  const valid = Number.isFinite(value) || isTimestamp(value);
  return valid ? undefined : unless(allowed, "number or ISO 8601 timestamp", value, key);
}

function isTimestamp(value: unknown): boolean {
  return typeof value === "string" && timestampPattern.test(value);
}

/** A member that reads the one, or the other of two. */
export function literal(value: unknown, key: string, one: string, other = one): Issue | undefined {
  if (value === one || value === other) return undefined;
  const expected = one === other ? JSON.stringify(one) : `${JSON.stringify(one)} or ${JSON.stringify(other)}`;
  return fail(expected, value, key);
}

/** A member that is a model. */
export function nested(
  value: unknown,
  key: string,
  check: Check,
  allowed = REQUIRED,
  partial = REQUIRED,
  depth = 1,
): Issue | undefined {
  if (isAllowed(value, allowed)) return undefined;
  const issue = check(value, partial, depth);
  return issue && at(key, issue);
}

/** A member that is an array. */
export function each(
  value: unknown,
  key: string,
  check: Check,
  allowed = REQUIRED,
  partial = REQUIRED,
  depth = 1,
): Issue | undefined {
  if (!Array.isArray(value)) return unless(allowed, "array", value, key);
  for (let index = 0; index < value.length; index++) {
    const issue = check(value[index], partial, depth);
    if (issue !== undefined) return at(key, at(index, issue));
  }
  return undefined;
}

/** A member that is a map. */
export function eachValue(
  value: unknown,
  key: string,
  check: Check,
  allowed = REQUIRED,
  partial = REQUIRED,
  depth = 1,
): Issue | undefined {
  const map = ownObject(value);
  if (map === undefined) return unless(allowed, "object", value, key);
  for (const name of Object.keys(map)) {
    const issue = check(map[name], partial, depth);
    if (issue !== undefined) return at(key, at(name, issue));
  }
  return undefined;
}

/** The checks of what is no model, inside an array. */
export const anyString: Check = (value) => string(value);
export const anyObject: Check = (value) => object(value);
export const anything: Check = () => undefined;

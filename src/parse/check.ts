/** Building blocks of the generated checks. Each returns the first issue of a value, and undefined for a valid one. */
import type { EventType } from "../generated/types.js";
import { isObject, type JsonObject } from "../json/object.js";
import { isTimestamp } from "../json/patterns.js";

/** What may stand in for the expected type: null and undefined, unless a check says otherwise. */
export const REQUIRED = 0;
const OPTIONAL = 1;
export const NULLABLE = 2;
const NULLISH = OPTIONAL | NULLABLE;

/** Where a value stands in its object or array. */
export type Key = string | number;

/** A value that is not as expected. */
export interface Issue {
  /** From the value outwards. */
  readonly keys: Key[];
  readonly expected: string;
  readonly received: unknown;
  readonly tooDeep?: true;
}

/** The check of a model: of an object's fields, for {@link issueOf}. A model that holds itself counts its depth. */
export type Check = (own: JsonObject, depth: number) => Issue | undefined;

/** An event that this version knows, with the check of its payload. */
export interface KnownEvent {
  readonly type: EventType;
  readonly check: Check;
}

/** The check of a value that is not a model. */
type ValueCheck = (value: unknown, allowed: number) => Issue | undefined;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

/** The path to the value. */
export function pathOf({ keys }: Issue): Key[] {
  return [...keys].reverse();
}

/** An issue inside what stands at `key`. */
function at(key: Key, issue: Issue | undefined): Issue | undefined {
  issue?.keys.push(key);
  return issue;
}

/** The first issue of an object's fields. */
export function issueOf(own: JsonObject, check: Check, depth = 1): Issue | undefined {
  const issue = check(own, depth);
  return issue?.keys.length === 0 ? { ...issue, keys: keysOf(own, check, depth) } : issue;
}

/**
 * The key of the value that `check` refuses. It does not say, so that a valid body costs nothing for paths, but it reads no
 * further: it reads the object again, through one that notes the keys. None if the object itself is refused, or has changed.
 */
function keysOf(own: JsonObject, check: Check, depth: number): Key[] {
  let keys: Key[] = [];
  function get(_: object, key: string): unknown {
    keys = [key];
    return own[key];
  }
  return check(new Proxy({}, { get } as ProxyHandler<JsonObject>), depth) ? keys : [];
}

/** The issue of a value that is not as expected, unless its null or undefined is allowed. */
function unlessAllowed(expected: string, value: unknown, allowed = NULLISH): Issue | undefined {
  if (value === undefined ? allowed & OPTIONAL : value === null && allowed & NULLABLE) return undefined;
  return { keys: [], expected: allowed & NULLABLE ? `${expected} or null` : expected, received: value };
}

// Most fields that may be absent are: `value == null` first, so that they cost no call.

export function string(value: unknown, allowed?: number): Issue | undefined {
  return typeof value === "string" || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("string", value, allowed);
}

export function nonEmptyString(value: unknown, allowed?: number): Issue | undefined {
  return (typeof value === "string" && value !== "") || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("non-empty string", value, allowed);
}

export function timestamp(value: unknown, allowed?: number): Issue | undefined {
  return (typeof value === "string" && isTimestamp(value)) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("ISO 8601 timestamp", value, allowed);
}

export function number(value: unknown, allowed?: number): Issue | undefined {
  return Number.isFinite(value) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("number", value, allowed);
}

export function integer(value: unknown, allowed?: number): Issue | undefined {
  return Number.isInteger(value) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("integer", value, allowed);
}

export function boolean(value: unknown, allowed?: number): Issue | undefined {
  return typeof value === "boolean" || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("boolean", value, allowed);
}

export function numberOrString(value: unknown, allowed?: number): Issue | undefined {
  return typeof value === "string" || Number.isFinite(value)
    ? undefined
    : unlessAllowed("number or string", value, allowed);
}

export function numberOrTimestamp(value: unknown, allowed?: number): Issue | undefined {
  return Number.isFinite(value) || (typeof value === "string" && isTimestamp(value))
    ? undefined
    : unlessAllowed("number or ISO 8601 timestamp", value, allowed);
}

export function anyObject(value: unknown, allowed?: number): Issue | undefined {
  return isObject(value) ? undefined : unlessAllowed("object", value, allowed);
}

export function array(value: unknown, allowed?: number): Issue | undefined {
  return Array.isArray(value) ? undefined : unlessAllowed("array", value, allowed);
}

// What holds others knows its key, because their issues need it.

/** An object whose fields `check` takes. */
export function object(value: unknown, key: Key, check: Check, allowed?: number, depth?: number): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  return at(key, isObject(value) ? issueOf(value, check, depth) : unlessAllowed("object", value, allowed));
}

/** An array of objects whose fields `check` takes. */
export function arrayOf(value: unknown, key: Key, check: Check, allowed?: number, depth?: number): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  if (!Array.isArray(value)) return at(key, unlessAllowed("array", value, allowed));
  for (let index = 0; index < value.length; index++) {
    const issue = object(value[index], index, check, REQUIRED, depth);
    if (issue) return at(key, issue);
  }
  return undefined;
}

/** An array of values that `check` takes. */
export function valuesOf(value: unknown, key: Key, check: ValueCheck, allowed?: number): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  if (!Array.isArray(value)) return at(key, unlessAllowed("array", value, allowed));
  for (let index = 0; index < value.length; index++) {
    const issue = at(index, check(value[index], REQUIRED));
    if (issue) return at(key, issue);
  }
  return undefined;
}

/** A map of objects whose fields `check` takes, or null: an entry may be absent, so it may be null. */
export function mapOf(value: unknown, key: Key, check: Check, allowed?: number, depth?: number): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  if (!isObject(value)) return at(key, unlessAllowed("object", value, allowed));
  for (const name of Object.keys(value)) {
    const issue = object(value[name], name, check, NULLABLE, depth);
    if (issue) return at(key, issue);
  }
  return undefined;
}

export function withinDepth(own: JsonObject, depth: number): Issue | undefined {
  if (depth <= MAX_DEPTH) return undefined;
  return { keys: [], expected: `at most ${MAX_DEPTH} levels`, received: own, tooDeep: true };
}

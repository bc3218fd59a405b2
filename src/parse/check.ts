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
  /** From the value outwards: a check knows only its own key, so a valid body costs nothing for paths. */
  readonly keys: Key[];
  readonly expected: string;
  readonly received: unknown;
  readonly tooDeep?: true;
}

/** The check of a model: of an object's fields. A model that holds itself counts its depth. */
export type Check = (own: JsonObject, depth: number) => Issue | undefined;

/** An event that this version knows, with the check of its payload. */
export interface KnownEvent {
  readonly type: EventType;
  readonly check: Check;
  /** Only the name of the event is published: its body is a guess, which is not held against a delivery. */
  readonly isGuess?: true;
}

/** The check of a value that is not a model. */
type ValueCheck = (value: unknown, key: Key, allowed: number) => Issue | undefined;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

/** The path to the value. */
export function pathOf({ keys }: Issue): Key[] {
  return [...keys].reverse();
}

/** An issue of what stands at `key`. */
function at(key: Key, issue: Issue | undefined): Issue | undefined {
  issue?.keys.push(key);
  return issue;
}

/** The issue of a value that is not as expected, unless its null or undefined is allowed. */
function unlessAllowed(expected: string, value: unknown, key: Key, allowed = NULLISH): Issue | undefined {
  if (value === undefined ? allowed & OPTIONAL : value === null && allowed & NULLABLE) return undefined;
  return { keys: [key], expected: allowed & NULLABLE ? `${expected} or null` : expected, received: value };
}

// Most fields that may be absent are: `value == null` first, so that they cost no call.

export function string(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return typeof value === "string" || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("string", value, key, allowed);
}

export function nonEmptyString(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return (typeof value === "string" && value !== "") || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("non-empty string", value, key, allowed);
}

export function timestamp(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return (typeof value === "string" && isTimestamp(value)) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("ISO 8601 timestamp", value, key, allowed);
}

export function number(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return Number.isFinite(value) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("number", value, key, allowed);
}

export function integer(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return Number.isInteger(value) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("integer", value, key, allowed);
}

export function boolean(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return typeof value === "boolean" || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("boolean", value, key, allowed);
}

export function numberOrString(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return typeof value === "string" || Number.isFinite(value)
    ? undefined
    : unlessAllowed("number or string", value, key, allowed);
}

export function numberOrTimestamp(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return Number.isFinite(value) || (typeof value === "string" && isTimestamp(value))
    ? undefined
    : unlessAllowed("number or ISO 8601 timestamp", value, key, allowed);
}

export function anyObject(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return isObject(value) ? undefined : unlessAllowed("object", value, key, allowed);
}

export function array(value: unknown, key: Key, allowed?: number): Issue | undefined {
  return Array.isArray(value) ? undefined : unlessAllowed("array", value, key, allowed);
}

/** An object whose fields `check` takes. */
export function object(value: unknown, key: Key, check: Check, allowed?: number, depth = 1): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  return isObject(value) ? at(key, check(value, depth)) : unlessAllowed("object", value, key, allowed);
}

/** An array of objects whose fields `check` takes. */
export function arrayOf(value: unknown, key: Key, check: Check, allowed?: number, depth = 1): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  if (!Array.isArray(value)) return unlessAllowed("array", value, key, allowed);
  for (let index = 0; index < value.length; index++) {
    const issue = object(value[index], index, check, REQUIRED, depth);
    if (issue) return at(key, issue);
  }
  return undefined;
}

/** An array of values that `check` takes. */
export function valuesOf(value: unknown, key: Key, check: ValueCheck, allowed?: number): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  if (!Array.isArray(value)) return unlessAllowed("array", value, key, allowed);
  for (let index = 0; index < value.length; index++) {
    const issue = check(value[index], index, REQUIRED);
    if (issue) return at(key, issue);
  }
  return undefined;
}

/** A map of objects whose fields `check` takes, or null: an entry may be absent, so it may be null. */
export function mapOf(value: unknown, key: Key, check: Check, allowed?: number, depth = 1): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  if (!isObject(value)) return unlessAllowed("object", value, key, allowed);
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

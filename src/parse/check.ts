/** Building blocks of the generated checks. Each returns the first issue of a value, and undefined for a valid one. */
import type { EventType } from "../generated/types.js";
import { isObject, type JsonObject } from "../json/object.js";
import { isTimestamp } from "../json/patterns.js";

/** What may stand in for the expected type, where it is not null and undefined: nothing, or null alone. */
export const REQUIRED = 0;
export const NULLABLE = null;
type Allowed = typeof REQUIRED | typeof NULLABLE;

/** Where a value stands in its object or array. */
export type Key = string | number;

/** A value that is not as expected. */
export interface Issue {
  readonly expected: string;
  readonly received: unknown;
  readonly tooDeep?: true;
  /** The path to the value, from the holder. */
  readonly path: Key[];
  /** The object or array that the path starts from; none if the value is not placed yet. */
  holder?: object;
}

/** The check of a model: of an object's fields, for {@link issueOf}. A model that holds itself counts its depth. */
export type Check = (own: JsonObject, depth: number) => Issue | undefined;

/** An event that this version knows, with the check of its payload. */
export interface KnownEvent {
  readonly type: EventType;
  readonly check: Check;
}

/** The check of a value that is not a model. */
type ValueCheck = (value: unknown, allowed: Allowed) => Issue | undefined;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

/** What the check of an event says of one that is as expected, but holds a `payload`: told by identity. */
const mayBeEnvelope = {} as Issue;

/** What no check takes. */
const NOTHING = Symbol();

/** The first issue of an object's fields. */
export function issueOf(own: JsonObject, check: Check, depth?: number): Issue | undefined {
  const issue = check(own, depth ?? 1);
  return issue === undefined || issue === mayBeEnvelope ? undefined : placed(issue, own, check, depth);
}

/**
 * The issue of a check, with the key at which it stopped. The check does not say, so that a valid body costs nothing for
 * paths, but it reads no further: it reads the object again, through one that notes the keys, and stops again at what it
 * refused, or at what changes. No key if the object itself is refused, or if nothing is any more.
 */
export function placed(issue: Issue, own: JsonObject, check: Check, depth = 1): Issue {
  const { holder = NOTHING } = issue;
  let noted: Key | undefined;
  const noting: ProxyHandler<JsonObject> = {
    get(_, key: string) {
      noted = key;
      const value = own[key];
      return value === holder || value !== own[key] ? NOTHING : value;
    },
  };
  return within(own, issue, check(new Proxy({}, noting), depth) && noted);
}

function within(holder: object, issue: Issue, key: Key | undefined): Issue {
  if (key !== undefined) issue.path.unshift(key);
  issue.holder = holder;
  return issue;
}

/** The issue of a value that is not as expected, unless its null or undefined is allowed. */
function unlessAllowed(expected: string, value: unknown, allowed: Allowed | undefined): Issue | undefined {
  if (value === undefined ? allowed === undefined : value === null && allowed !== REQUIRED) return undefined;
  return { expected: allowed === REQUIRED ? expected : `${expected} or null`, received: value, path: [] };
}

// Most fields that may be absent are: `value == null` first, so that they cost no call.

export function string(value: unknown, allowed?: Allowed): Issue | undefined {
  return typeof value === "string" || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("string", value, allowed);
}

export function nonEmptyString(value: unknown, allowed?: Allowed): Issue | undefined {
  return (typeof value === "string" && value !== "") || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("non-empty string", value, allowed);
}

export function timestamp(value: unknown, allowed?: Allowed): Issue | undefined {
  return (typeof value === "string" && isTimestamp(value)) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("ISO 8601 timestamp", value, allowed);
}

export function number(value: unknown, allowed?: Allowed): Issue | undefined {
  return Number.isFinite(value) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("number", value, allowed);
}

export function integer(value: unknown, allowed?: Allowed): Issue | undefined {
  return Number.isInteger(value) || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("integer", value, allowed);
}

export function boolean(value: unknown, allowed?: Allowed): Issue | undefined {
  return typeof value === "boolean" || (value == null && allowed === undefined)
    ? undefined
    : unlessAllowed("boolean", value, allowed);
}

export function numberOrString(value: unknown, allowed?: Allowed): Issue | undefined {
  return typeof value === "string" || Number.isFinite(value)
    ? undefined
    : unlessAllowed("number or string", value, allowed);
}

export function numberOrTimestamp(value: unknown, allowed?: Allowed): Issue | undefined {
  return Number.isFinite(value) || (typeof value === "string" && isTimestamp(value))
    ? undefined
    : unlessAllowed("number or ISO 8601 timestamp", value, allowed);
}

export function anyObject(value: unknown, allowed?: Allowed): Issue | undefined {
  return isObject(value) ? undefined : unlessAllowed("object", value, allowed);
}

export function array(value: unknown, allowed?: Allowed): Issue | undefined {
  return Array.isArray(value) ? undefined : unlessAllowed("array", value, allowed);
}

/** An object whose fields `check` takes. */
export function object(value: unknown, check: Check, allowed?: Allowed, depth?: number): Issue | undefined {
  if (value == null && allowed === undefined) return undefined;
  return isObject(value) ? issueOf(value, check, depth) : unlessAllowed("object", value, allowed);
}

/** An array of objects whose fields `check` takes. */
export function arrayOf(value: unknown, check: Check, allowed?: Allowed, depth?: number): Issue | undefined {
  if (!Array.isArray(value)) return unlessAllowed("array", value, allowed);
  for (let index = 0; index < value.length; index++) {
    const issue = object(value[index], check, REQUIRED, depth);
    if (issue) return within(value, issue, index);
  }
  return undefined;
}

/** An array of values that `check` takes. */
export function valuesOf(value: unknown, check: ValueCheck, allowed?: Allowed): Issue | undefined {
  if (!Array.isArray(value)) return unlessAllowed("array", value, allowed);
  for (let index = 0; index < value.length; index++) {
    const issue = check(value[index], REQUIRED);
    if (issue) return within(value, issue, index);
  }
  return undefined;
}

/** A map of objects whose fields `check` takes, or null: an entry may be absent, so it may be null. */
export function mapOf(value: unknown, check: Check, allowed?: Allowed, depth?: number): Issue | undefined {
  if (!isObject(value)) return unlessAllowed("object", value, allowed);
  for (const name of Object.keys(value)) {
    const issue = object(value[name], check, NULLABLE, depth);
    if (issue) return within(value, issue, name);
  }
  return undefined;
}

export function withinDepth(own: JsonObject, depth: number): Issue | undefined {
  if (depth <= MAX_DEPTH) return undefined;
  return { expected: `at most ${MAX_DEPTH} levels`, received: own, tooDeep: true, path: [] };
}

/** That a body which holds a `payload` may be an envelope. An event's check asks it last: where its shape is known, it costs least. */
export function bare(payload: unknown): Issue | undefined {
  return payload === undefined ? undefined : mayBeEnvelope;
}

/** Building blocks of the generated checks. Each returns if the value is valid, and throws a {@link Refusal} if not. */

import { isObject, type JsonObject } from "../json/object.js";
import { timestampPattern } from "../json/patterns.js";

/** What may stand in for the expected type: null and undefined, unless a check says otherwise. */
export const REQUIRED = 0;
const OPTIONAL = 1;
export const NULLABLE = 2;
const NULLISH = OPTIONAL | NULLABLE;

/** Where a value stands in its object or array. */
export type Key = string | number;

/** The check of a model: of an object's fields. A model that holds itself counts its depth. */
export type Check = (own: JsonObject, depth: number) => void;

/** The check of a value that is not a model. */
type ValueCheck = (value: unknown, key: Key, allowed: number) => void;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

/**
 * A value that is not as expected. A check knows only its own key, so a valid body costs nothing for paths: each object
 * and array that the refusal leaves adds its key.
 */
class Refusal {
  /** From the value outwards. */
  readonly #keys: Key[];
  readonly expected: string;
  readonly received: unknown;
  readonly tooDeep: boolean;

  constructor(keys: Key[], expected: string, received: unknown, tooDeep = false) {
    this.#keys = keys;
    this.expected = expected;
    this.received = received;
    this.tooDeep = tooDeep;
  }

  /** Not `instanceof`: what a getter of the body throws may be a proxy that throws in turn. */
  static is(thrown: unknown): thrown is Refusal {
    return typeof thrown === "object" && thrown !== null && #keys in thrown;
  }

  leave(key: Key): this {
    this.#keys.push(key);
    return this;
  }

  /** The path to the value. */
  get path(): Key[] {
    return [...this.#keys].reverse();
  }
}

/** The first thing that is wrong with a value. */
export type Issue = Pick<Refusal, "path" | "expected" | "received" | "tooDeep">;

/** The first issue of an object; undefined for a valid one. */
export function firstIssue(check: Check, own: JsonObject): Issue | undefined {
  try {
    check(own, 1);
    return undefined;
  } catch (thrown) {
    if (Refusal.is(thrown)) return thrown;
    throw thrown;
  }
}

/** What to throw on the way out of the object or array that stands at `key`. */
function within(key: Key, thrown: unknown): unknown {
  return Refusal.is(thrown) ? thrown.leave(key) : thrown;
}

/** Refuses the value unless `allowed` permits its null or undefined. */
function refuseUnlessAllowed(expected: string, value: unknown, key: Key, allowed = NULLISH): void {
  if (value === undefined ? allowed & OPTIONAL : value === null && allowed & NULLABLE) return;
  throw new Refusal([key], allowed & NULLABLE ? `${expected} or null` : expected, value);
}

export function expectString(value: unknown, key: Key, allowed?: number): void {
  if (typeof value !== "string") refuseUnlessAllowed("string", value, key, allowed);
}

export function expectNonEmptyString(value: unknown, key: Key, allowed?: number): void {
  if (typeof value !== "string" || value === "") refuseUnlessAllowed("non-empty string", value, key, allowed);
}

export function expectTimestamp(value: unknown, key: Key, allowed?: number): void {
  if (typeof value !== "string" || !timestampPattern.test(value))
    refuseUnlessAllowed("ISO 8601 timestamp", value, key, allowed);
}

export function expectNumber(value: unknown, key: Key, allowed?: number): void {
  if (!Number.isFinite(value)) refuseUnlessAllowed("number", value, key, allowed);
}

export function expectInteger(value: unknown, key: Key, allowed?: number): void {
  if (!Number.isInteger(value)) refuseUnlessAllowed("integer", value, key, allowed);
}

export function expectBoolean(value: unknown, key: Key, allowed?: number): void {
  if (typeof value !== "boolean") refuseUnlessAllowed("boolean", value, key, allowed);
}

export function expectNumberOrString(value: unknown, key: Key, allowed?: number): void {
  if (typeof value !== "string" && !Number.isFinite(value))
    refuseUnlessAllowed("number or string", value, key, allowed);
}

export function expectNumberOrTimestamp(value: unknown, key: Key, allowed?: number): void {
  const valid = Number.isFinite(value) || (typeof value === "string" && timestampPattern.test(value));
  if (!valid) refuseUnlessAllowed("number or ISO 8601 timestamp", value, key, allowed);
}

export function expectAnyObject(value: unknown, key: Key, allowed?: number): void {
  if (!isObject(value)) refuseUnlessAllowed("object", value, key, allowed);
}

export function expectArray(value: unknown, key: Key, allowed?: number): void {
  if (!Array.isArray(value)) refuseUnlessAllowed("array", value, key, allowed);
}

/** An object whose fields `check` takes. */
export function expectObject(value: unknown, key: Key, check: Check, allowed?: number, depth = 1): void {
  if (!isObject(value)) {
    refuseUnlessAllowed("object", value, key, allowed);
    return;
  }
  try {
    check(value, depth);
  } catch (thrown) {
    throw within(key, thrown);
  }
}

/** An array of objects whose fields `check` takes. */
export function expectArrayOf(value: unknown, key: Key, check: Check, allowed?: number, depth = 1): void {
  if (!Array.isArray(value)) {
    refuseUnlessAllowed("array", value, key, allowed);
    return;
  }
  try {
    for (let index = 0; index < value.length; index++) expectObject(value[index], index, check, REQUIRED, depth);
  } catch (thrown) {
    throw within(key, thrown);
  }
}

/** An array of values that `check` takes. */
export function expectValues(value: unknown, key: Key, check: ValueCheck, allowed?: number): void {
  if (!Array.isArray(value)) {
    refuseUnlessAllowed("array", value, key, allowed);
    return;
  }
  try {
    for (let index = 0; index < value.length; index++) check(value[index], index, REQUIRED);
  } catch (thrown) {
    throw within(key, thrown);
  }
}

/** A map of objects whose fields `check` takes, or null: an entry can be absent, so it can be null. */
export function expectMapOf(value: unknown, key: Key, check: Check, allowed?: number, depth = 1): void {
  if (!isObject(value)) {
    refuseUnlessAllowed("object", value, key, allowed);
    return;
  }
  try {
    for (const name of Object.keys(value)) expectObject(value[name], name, check, NULLABLE, depth);
  } catch (thrown) {
    throw within(key, thrown);
  }
}

export function expectDepth(own: JsonObject, depth: number): void {
  if (depth > MAX_DEPTH) throw new Refusal([], `at most ${MAX_DEPTH} levels`, own, true);
}

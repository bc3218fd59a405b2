/** What the generated checks are made of: each function returns where the value is what it has to be, and throws where it is not. */
import { datePattern, timestampPattern } from "./models/patterns.js";
import { type Members, noted, notingReads, ownObject, type Path, pathOfLastRead } from "./read.js";

/** What a value may be instead of its type. */
export const REQUIRED = 0;
export const OPTIONAL = 1;
export const NULLABLE = 2;
export const NULLISH = OPTIONAL | NULLABLE;

/**
 * The check of a model. With `partial` set to OPTIONAL it is the check of the model's form whose members are all
 * optional; a model that holds itself counts its depth.
 */
export type Check = (value: unknown, allowed?: number, partial?: number, depth?: number) => void;

/** How deep a completion or question may be nested: far beyond what is sent, and within any runtime's stack. */
export const MAX_DEPTH = 500;

/** The first thing that is wrong with a value. */
export interface Issue {
  path: Path;
  expected: string;
  received: unknown;
  tooDeep: boolean;
}

let refused: Issue | undefined;

/**
 * The first issue of a value; nothing for a valid one. A check knows no paths, so that a valid body costs reads and
 * tests and nothing else: what it refuses is checked once more, with its reads noted.
 */
export function firstIssue(check: Check, value: unknown): Issue | undefined {
  const issue = refusalOf(check, value);
  return issue && (refusalNoted(check, value) ?? issue);
}

function refusalNoted(check: Check, value: unknown): Issue | undefined {
  return notingReads(() => refusalOf(check, value));
}

function refusalOf(check: Check, value: unknown): Issue | undefined {
  try {
    check(value);
    return undefined;
  } catch (error) {
    const issue = refused;
    refused = undefined;
    if (issue === undefined || error !== issue) throw error;
    return issue;
  }
}

function refuse(expected: string, received: unknown, tooDeep = false): never {
  refused = { path: pathOfLastRead(), expected, received, tooDeep };
  throw refused;
}

/** Refuses a value that is not of its type, unless something else is allowed in its place. */
function unless(expected: string, value: unknown, allowed = REQUIRED): void {
  if (value === undefined ? allowed & OPTIONAL : value === null && allowed & NULLABLE) return;
  refuse(allowed & NULLABLE ? `${expected} or null` : expected, value);
}

export function expectString(value: unknown, allowed?: number): void {
  if (typeof value !== "string") unless("string", value, allowed);
}

export function expectNonEmptyString(value: unknown, allowed?: number): void {
  if (typeof value !== "string" || value === "") unless("non-empty string", value, allowed);
}

export function expectTimestamp(value: unknown, allowed?: number): void {
  if (typeof value !== "string" || !timestampPattern.test(value)) unless("ISO 8601 timestamp", value, allowed);
}

export function expectDate(value: unknown, allowed?: number): void {
  if (typeof value !== "string" || !datePattern.test(value)) unless("ISO 8601 date", value, allowed);
}

export function expectNumber(value: unknown, allowed?: number): void {
  if (!Number.isFinite(value)) unless("number", value, allowed);
}

export function expectInteger(value: unknown, allowed?: number): void {
  if (!Number.isInteger(value)) unless("integer", value, allowed);
}

export function expectBoolean(value: unknown, allowed?: number): void {
  if (typeof value !== "boolean") unless("boolean", value, allowed);
}

export function expectNumberOrString(value: unknown, allowed?: number): void {
  if (typeof value !== "string" && !Number.isFinite(value)) unless("number or string", value, allowed);
}

export function expectNumberOrTimestamp(value: unknown, allowed?: number): void {
  const valid = Number.isFinite(value) || (typeof value === "string" && timestampPattern.test(value));
  if (!valid) unless("number or ISO 8601 timestamp", value, allowed);
}

/** The one text, or the other of two. */
export function expectLiteral(value: unknown, one: string, other = one): void {
  if (value === one || value === other) return;
  refuse(one === other ? JSON.stringify(one) : `${JSON.stringify(one)} or ${JSON.stringify(other)}`, value);
}

/** Returns the object, of which own members are read; nothing for what is allowed in its place. */
export function expectObject(value: unknown, allowed?: number): Members | undefined {
  const own = ownObject(value);
  if (own === undefined) unless("object", value, allowed);
  return own;
}

export function expectArray(value: unknown, allowed?: number): void {
  if (!Array.isArray(value)) unless("array", value, allowed);
}

/** An array of what `check` takes. */
export function expectArrayOf(value: unknown, check: Check, allowed?: number, partial?: number, depth?: number): void {
  expectArray(value, allowed);
  if (!Array.isArray(value)) return;
  const items = noted(value);
  for (let index = 0; index < value.length; index++) check(items[index], REQUIRED, partial, depth);
}

/** A map of what `check` takes. */
export function expectMapOf(value: unknown, check: Check, allowed?: number, partial?: number, depth?: number): void {
  const map = expectObject(value, allowed);
  if (!map) return;
  for (const name of Object.keys(map)) check(map[name], REQUIRED, partial, depth);
}

export function expectDepth(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) refuse(`at most ${MAX_DEPTH} levels`, value, true);
}

import { modelShapes } from "../generated/shapes.js";
import { isObject } from "../json/object.js";
import { usualDate, usualTimestamp } from "./as-seen.js";
import { vendorEventName, vendorFieldData } from "./names.js";
import type { Fields, Shape } from "./shape.js";

/** What kind of difference a finding is. */
export type DriftKind =
  | "UNKNOWN_FIELD"
  | "OTHER_TYPE"
  | "OTHER_VALUE"
  | "OTHER_FORMAT"
  | "GUESSED_FIELD"
  | "UNKNOWN_EVENT";

/**
 * Takes what was found.
 *
 * @param path Where: of an unknown field, the object that has it.
 * @param value The value there, of which only the kind may be written.
 * @param name The key of an unknown field, or the vendor's name for an event or a kind of field data; undefined if it is the workspace's own.
 */
export type Report = (kind: DriftKind, path: string, value: unknown, name?: string) => void;

/** Deeper than any event is; what is nested deeper is not walked. */
const MAX_DEPTH = 64;

/** Any key of a map, and any that is the workspace's own. */
export const ANY_KEY = "*";

/**
 * Reports where a value differs from its shape. Its time is linear in the size of the value.
 *
 * @param guesses Which optional fields are reported, too: all, or those of objects that are known from the REST API alone.
 */
export function walk(shape: Shape, value: unknown, guesses: "all" | "rest", report: Report): void {
  visit(shape, value, "", 0);

  function visit(named: Shape, value: unknown, path: string, depth: number): void {
    const shape = resolve(named, value);
    reportNewMember(named, value, path);
    const difference = differenceOf(shape, value);
    if (difference) report(difference, path, value, nameOf(shape, value));
    else if (typeof shape === "object" && depth < MAX_DEPTH) visitParts(shape, value, path, depth);
  }

  /** A kind of field data that no schema names. */
  function reportNewMember(named: Shape, value: unknown, path: string): void {
    const union = typeof named === "string" ? modelShapes[named] : named;
    if (typeof union !== "object" || !("by" in union) || !isObject(value)) return;
    const name = value[union.by];
    if (typeof name === "string" && !Object.hasOwn(union.members, name))
      report("OTHER_VALUE", join(path, union.by), name, vendorFieldData(name));
  }

  function visitParts(shape: Exclude<Shape, string>, value: unknown, path: string, depth: number): void {
    if ("array" in shape) for (const item of value as unknown[]) visit(shape.array, item, `${path}[]`, depth + 1);
    if ("map" in shape)
      // An entry can be absent, so it can be null.
      for (const item of Object.values(value as object))
        if (item !== null) visit(shape.map, item, join(path, ANY_KEY), depth + 1);
    if ("fields" in shape) visitFields(shape, value as Record<string, unknown>, path, depth + 1);
  }

  function visitFields(shape: Fields, value: Record<string, unknown>, path: string, depth: number): void {
    const { fields, isOpen, isGuess = false } = shape;
    const reportsOptional = guesses === "all" || isGuess;
    const isOwn = isOpen || path.includes(ANY_KEY);
    for (const key of Object.keys(value)) {
      if (value[key] === undefined) continue;
      const field = fieldOf(fields, key);
      if (field?.isOptional && reportsOptional) report("GUESSED_FIELD", join(path, key), value[key]);
      if (field) visitField(field, value[key], join(path, key), depth);
      else report("UNKNOWN_FIELD", path, value[key], isOwn ? undefined : key);
    }
    for (const key of Object.keys(fields)) {
      const isThere = Object.hasOwn(value, key) && value[key] !== undefined;
      if (!isThere && !key.endsWith("?")) report("OTHER_TYPE", join(path, key), undefined);
    }
  }

  function visitField({ shape, isOptional }: Field, value: unknown, path: string, depth: number): void {
    if (!isOptional || value !== null) visit(shape, value, path, depth);
  }
}

interface Field {
  shape: Shape;
  isOptional: boolean;
}

function fieldOf(fields: Fields["fields"], key: string): Field | undefined {
  // Otherwise the body's own `id?` would be taken for the optional field `id`.
  if (key.endsWith("?")) return undefined;
  if (Object.hasOwn(fields, key)) return { shape: fields[key]!, isOptional: false };
  return Object.hasOwn(fields, `${key}?`) ? { shape: fields[`${key}?`]!, isOptional: true } : undefined;
}

export function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** The shape behind a model's name, the member of a union that the value says it is, or the first that it fits. */
function resolve(shape: Shape, value: unknown): Shape {
  if (typeof shape === "string") return Object.hasOwn(modelShapes, shape) ? resolve(modelShapes[shape]!, value) : shape;
  if ("anyOf" in shape) {
    const options = shape.anyOf.map((option) => resolve(option, value));
    return options.find((option) => fits(option, value)) ?? options[0]!;
  }
  if (!("by" in shape)) return shape;
  const name = isObject(value) ? value[shape.by] : undefined;
  if (typeof name === "string" && Object.hasOwn(shape.members, name)) return resolve(shape.members[name]!, value);
  const base = resolve(shape.base, value);
  return typeof base === "object" && "fields" in base ? { ...base, isOpen: true } : base;
}

/** The class name of an event that its envelope's tags have told; no other value is ever a name. */
function nameOf(shape: Shape, value: unknown): string | undefined {
  const isClass = setOf(shape)?.every((name) => name.endsWith("Event")) && typeof value === "string";
  return isClass ? vendorEventName(value) : undefined;
}

/** How a value differs from a resolved shape, not looking at what it holds. */
function differenceOf(shape: Shape, value: unknown): DriftKind | undefined {
  if (!fits(shape, value)) return "OTHER_TYPE";
  if (shape === "timestamp") return usualTimestamp.test(value as string) ? undefined : "OTHER_FORMAT";
  if (shape === "date") return usualDate.test(value as string) ? undefined : "OTHER_FORMAT";
  const set = setOf(shape);
  return set && !set.includes(value as string) ? "OTHER_VALUE" : undefined;
}

/** The values that a text is known to have. */
function setOf(shape: Shape): readonly string[] | undefined {
  if (typeof shape !== "object") return undefined;
  return "literal" in shape ? shape.literal : "known" in shape ? shape.known : undefined;
}

/** Whether a value is of the type of a resolved shape. */
function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape === "object") {
    if ("array" in shape) return Array.isArray(value);
    return setOf(shape) ? typeof value === "string" : isObject(value);
  }
  switch (shape) {
    case "unknown":
      return true;
    case "object":
      return isObject(value);
    case "null":
      return value === null;
    case "id":
      return typeof value === "string" && value !== "";
    case "timestamp":
    case "date":
      return typeof value === "string";
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === shape;
  }
}

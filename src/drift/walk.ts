import { modelShapes } from "../generated/shapes.js";
import { datePattern, timestampPattern } from "../models/patterns.js";
import { isObject } from "../parse/json-object.js";
import type { Shape } from "./shape.js";

/** What kind of difference a finding is. */
export type DriftKind = "unknown field" | "other type" | "optional field seen" | "unknown event";

/** Takes what was found at a path: the value there, of which only its kind may be written. */
export type Report = (kind: DriftKind, path: string, value: unknown) => void;

/** Deeper than any event is; what is nested deeper is not walked. */
const MAX_DEPTH = 64;

/**
 * Reports where a value differs from its shape. Its time is linear in the size of the value.
 *
 * @param reportOptional Whether an optional field that is there is reported, too.
 */
export function walk(shape: Shape, value: unknown, reportOptional: boolean, report: Report): void {
  visit(shape, value, "", 0);

  function visit(named: Shape, value: unknown, path: string, depth: number): void {
    const shape = resolve(named, value);
    if (!fits(shape, value)) report("other type", path, value);
    else if (typeof shape === "object" && depth < MAX_DEPTH) visitParts(shape, value, path, depth);
  }

  function visitParts(shape: Exclude<Shape, string>, value: unknown, path: string, depth: number): void {
    if ("array" in shape) for (const item of value as unknown[]) visit(shape.array, item, `${path}[]`, depth + 1);
    if ("map" in shape)
      for (const item of Object.values(value as object)) visit(shape.map, item, join(path, "*"), depth + 1);
    if ("fields" in shape) visitFields(shape.fields, value as Record<string, unknown>, path, depth + 1);
  }

  function visitFields(
    fields: Readonly<Record<string, Shape>>,
    value: Record<string, unknown>,
    path: string,
    depth: number,
  ) {
    for (const key of Object.keys(value)) {
      if (value[key] === undefined) continue;
      const at = join(path, key);
      if (Object.hasOwn(fields, key)) visit(fields[key]!, value[key], at, depth);
      else if (Object.hasOwn(fields, `${key}?`)) visitOptional(fields[`${key}?`]!, value[key], at, depth);
      else report("unknown field", join(path, vendorKey(key)), value[key]);
    }
    for (const key of Object.keys(fields)) {
      const isThere = Object.hasOwn(value, key) && value[key] !== undefined;
      if (!isThere && !key.endsWith("?")) report("other type", join(path, key), undefined);
    }
  }

  function visitOptional(shape: Shape, value: unknown, path: string, depth: number): void {
    if (reportOptional) report("optional field seen", path, value);
    if (value !== null) visit(shape, value, path, depth);
  }
}

/** A key that looks like one of the vendor's; `*` for any other, because it could be the workspace's own. */
function vendorKey(key: string): string {
  return /^[A-Za-z]\w{0,59}$/.test(key) ? key : "*";
}

function join(path: string, key: string): string {
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
  const isMember = typeof name === "string" && Object.hasOwn(shape.members, name);
  return resolve(isMember ? shape.members[name]! : shape.base, value);
}

/** Whether a value is of a resolved shape, not looking at what it holds. */
function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape === "object") {
    if ("array" in shape) return Array.isArray(value);
    return "literal" in shape ? shape.literal.includes(value as string) : isObject(value);
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
      return typeof value === "string" && timestampPattern.test(value);
    case "date":
      return typeof value === "string" && datePattern.test(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === shape;
  }
}

import { modelShapes } from "../generated/shapes.js";
import { isObject } from "../json/object.js";
import { usualDate, usualTimestamp } from "./as-seen.js";

/** What was seen at a path, over all bodies: kinds, and keys that the schemas know. Holds no value of a body. */
export interface Seen {
  kinds: Set<string>;
  items: Set<string>;
  keys: Set<string>;
}

export function newSeen(): Seen {
  return { kinds: new Set(), items: new Set(), keys: new Set() };
}

/**
 * Adds the kind of a value, and of an array's items.
 *
 * @param isTime Whether a text's form says more than its kind.
 */
export function see(seen: Seen, value: unknown, isTime = false): void {
  seen.kinds.add((isTime && formOf(value)) || describeKind(value));
  if (Array.isArray(value)) for (const item of value) seen.items.add(describeKind(item));
}

/** Adds the keys of an object, or of an array's objects, that the schemas know. */
export function seeKeys({ keys }: Seen, value: unknown): void {
  for (const one of Array.isArray(value) ? value : [value])
    if (isObject(one)) for (const key of Object.keys(one)) if (knownKeys.has(key)) keys.add(key);
}

/** `array of integer | string`, `object with id, name`. */
export function printSeen({ kinds, items, keys }: Seen): string {
  const withItems = (kind: string) => (kind === "array" && items.size > 0 ? `array of ${list(items, " | ")}` : kind);
  const shape = [...kinds].sort().map(withItems).join(" | ");
  return keys.size === 0 ? shape : `${shape} with ${list(keys, ", ")}`;
}

function list(words: Set<string>, separator: string): string {
  return [...words].sort().join(separator);
}

const uuid = /^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i;

/** The kind of a value: `string (id)`, `string (timestamp)`, `integer`, `null`, `absent` and so on. */
export function describeKind(value: unknown): string {
  if (value === undefined) return "absent";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value !== "string") return typeof value;
  if (uuid.test(value)) return "string (id)";
  if (usualTimestamp.test(value)) return "string (timestamp)";
  return usualDate.test(value) ? "string (date)" : "string";
}

/** `string (99.99.9999 99:99)`: a time with its digits hidden; undefined if anything else stands in it. */
function formOf(value: unknown): string | undefined {
  const isForm = typeof value === "string" && /^[0-9 TZ.,:/+-]{1,40}$/.test(value);
  return isForm ? `string (${value.replaceAll(/[0-9]/g, "9")})` : undefined;
}

/** Every key that a schema names. Any other key of an object that no schema describes could be the workspace's own. */
export const knownKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(
  Object.values(modelShapes).flatMap((shape) =>
    typeof shape === "object" && "fields" in shape ? Object.keys(shape.fields).map((key) => key.replace("?", "")) : [],
  ),
);

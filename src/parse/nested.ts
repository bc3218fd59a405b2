import { isObject } from "../json/object.js";
import { jsonOf } from "../json/text.js";
import { identify } from "./identify.js";

type Path = (string | number)[];

const MAX_KEYS = 3;

/**
 * The path to the first event that stands inside a value, in the order of keys: as an object, its JSON text or base64 of
 * that, at most three keys down. Of an array, whose index counts as no key, only the first item is looked at.
 */
export function pathOfNested(value: unknown): Path | undefined {
  // A parsed value can hold the same object in many places, and itself.
  const seen = new Set<unknown>();
  try {
    return find(value, 0);
  } catch {
    // A getter throws.
    return undefined;
  }

  function find(at: unknown, keys: number): Path | undefined {
    const path: Path = [];
    let inner = decoded(at);
    for (; Array.isArray(inner) && !seen.has(inner); inner = decoded(inner[0])) {
      seen.add(inner);
      path.push(0);
    }
    if (!isObject(inner) || seen.has(inner)) return undefined;
    seen.add(inner);
    if (inner !== value && identify(inner).known !== undefined) return path;
    if (keys === MAX_KEYS) return undefined;
    for (const key of Object.keys(inner)) {
      const below = find(inner[key], keys + 1);
      if (below) return [...path, key, ...below];
    }
    return undefined;
  }
}

/** The value of JSON text, and of base64 that begins as that of an object or array does. */
function decoded(value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (/^\s*[{[]/.test(value)) return jsonOf(value);
  // The vendor's keys and names are ASCII, so that the bytes need not be decoded.
  return /^(?:e[wy]|W[wy3])[A-Za-z0-9+/\s]+=*\s*$/.test(value) ? jsonOf(value, globalThis.atob) : undefined;
}

import { isObject } from "../json/object.js";

/** The same for two values of equal JSON, whatever the order of their keys; undefined for one nested too deeply. */
export function fingerprint(value: unknown): string | undefined {
  try {
    return hash(JSON.stringify(value, (_key, part) => (isObject(part) ? sorted(part) : part)));
  } catch {
    return undefined;
  }
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** 64 bits of FNV-1a with two different primes: no protection, but enough to recognise some dozens of texts. */
function hash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9dc5811c;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return [one, other].map((half) => (half >>> 0).toString(36)).join("-");
}

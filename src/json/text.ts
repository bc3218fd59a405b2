import { globalNamed } from "./missing.js";

/** A text in UTF-8. */
export function utf8Of(text: string): Uint8Array {
  return new (globalNamed("TextEncoder"))().encode(text);
}

/** The value of JSON text, which may have to be decoded first; undefined, which JSON does not have, for other text. */
export function jsonOf(text: string, decode: (text: string) => string = String): unknown {
  try {
    return JSON.parse(decode(text));
  } catch {
    return undefined;
  }
}

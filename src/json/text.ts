/** The value of JSON text, which may have to be decoded first; undefined, which JSON does not have, for other text. */
export function jsonOf(text: string, decode: (text: string) => string = String): unknown {
  try {
    return JSON.parse(decode(text));
  } catch {
    return undefined;
  }
}

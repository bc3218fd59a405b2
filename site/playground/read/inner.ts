import { jsonOf } from "../../../src/json/text.js";
import { isRequest } from "./read-bodies.js";
import type { Judged } from "./verdict.js";

/** The event that stands in a text encoded twice, inside another object, or below the headers of a request. */
export function innerOf({ reason, body, nestedAt }: Judged): string | undefined {
  if (isRequest(body.text)) return body.text.match(/\r?\n\r?\n\s*(\S.*)/s)?.[1];
  if (reason === "ENCODED_TWICE") return textOf(unpacked(body.body));
  const inner = nestedAt?.reduce<unknown>((value, key) => (unpacked(value) as never)[key], body.body);
  return inner === undefined ? undefined : textOf(inner);
}

/** JSON in lines; undefined if it is nested too deeply. */
export function linesOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An inner value can be an object, its JSON text, or base64 of that. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string") return linesOf(value);
  return jsonOf(value) === undefined && /^[\w+/=\s-]+$/.test(value) ? fromBase64(value) : value;
}

function unpacked(value: unknown): unknown {
  return typeof value === "string" ? jsonOf(textOf(value) ?? "") : value;
}

function fromBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

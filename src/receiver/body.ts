import { utf8Of } from "../json/text.js";
import type { RefusalReason } from "./refusal.js";

/** A body as text, bytes or a parsed value; or why it cannot be had. */
export type ReadBody = { body: unknown; reason?: undefined } | { body?: undefined; reason: RefusalReason };

/** Reads one of the headers that say how a body comes. */
export type HeaderOf = (
  name: "authorization" | "content-encoding" | "content-length" | "transfer-encoding",
) => string | null | undefined;

/** No event of LeanIX is as short, but for `{}`. */
const SHORT = 20;

/** Collects the chunks of a body in one buffer, and holds no more than `maxBytes`. A body of one chunk is not copied. */
export function collector(maxBytes: number) {
  let held: Uint8Array = new Uint8Array();
  let size = 0;
  return {
    /** Returns whether the body is still within the limit; if not, what was collected is let go. */
    add(chunk: Uint8Array | string): boolean {
      // Text, if somebody has set the stream's encoding.
      const bytes = typeof chunk === "string" ? utf8Of(chunk) : chunk;
      const end = size + bytes.byteLength;
      if (end > maxBytes) held = new Uint8Array();
      else if (size === 0) held = bytes;
      else held = appended(held, size, bytes, maxBytes);
      size = end;
      return size <= maxBytes;
    },

    read(): ReadBody {
      if (size > maxBytes) return { reason: "TOO_LARGE" };
      return { body: held.byteLength === size ? held : held.subarray(0, size) };
    },
  };
}

/** The buffer doubles when it is full, so that chunks of one byte cost no more than others. */
function appended(held: Uint8Array, size: number, bytes: Uint8Array, maxBytes: number): Uint8Array {
  const end = size + bytes.byteLength;
  let buffer = held;
  if (end > held.byteLength) {
    buffer = new Uint8Array(Math.min(Math.max(end, 2 * size), maxBytes));
    buffer.set(held.subarray(0, size));
  }
  buffer.set(bytes, size);
  return buffer;
}

/** Why a body is not the one that was sent; undefined if nothing says so. */
export function lossOf(body: unknown, headerOf: HeaderOf): RefusalReason | undefined {
  const announced = Number(headerOf("content-length"));
  const size = sizeOf(body);
  if (size === undefined) return isBlank(body) && announced > SHORT ? "ALREADY_READ" : undefined;
  // The length of a compressed body is another.
  if (size < announced && (size === 0 || !isEncoded(headerOf))) return "INCOMPLETE";
  return size === 0 ? "EMPTY" : undefined;
}

/** Whether a body that is not JSON is a compressed one. */
export function isCompressed(body: unknown, headerOf: HeaderOf): boolean {
  return sizeOf(body) !== undefined && (isEncoded(headerOf) || startsAsGzip(body));
}

/** Whether a parser has left an empty value, and nothing says how long the body was. */
export function mayBeLost(body: unknown, headerOf: HeaderOf): boolean {
  return isBlank(body) && !headerOf("content-length");
}

/** An object or list without entries: NO_PAYLOAD sends `{}`, and some parsers leave it where they have not parsed. */
function isBlank(body: unknown): boolean {
  const isPlain = Array.isArray(body) || Object.prototype.toString.call(body) === "[object Object]";
  return isPlain && Object.keys(body as object).length === 0;
}

/** Bytes of a body that is not parsed; undefined for a parsed one. */
function sizeOf(body: unknown): number | undefined {
  if (body === undefined || body === null) return 0;
  if (typeof body === "string") return utf8Of(body).byteLength;
  return ArrayBuffer.isView(body) ? body.byteLength : undefined;
}

function isEncoded(headerOf: HeaderOf): boolean {
  return !/^\s*(?:identity\s*)?$/i.test(headerOf("content-encoding") ?? "");
}

/** The second byte is 8b, unless somebody has taken the bytes for text. */
function startsAsGzip(body: unknown): boolean {
  const [first, second = 0] =
    typeof body === "string" ? [body.charCodeAt(0), body.charCodeAt(1)] : (body as Uint8Array).subarray(0, 2);
  return first === 0x1f && second > 0x7f;
}

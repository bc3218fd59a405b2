import type { JsonObject } from "../json/object.js";
import { WebhookEventError } from "./error.js";
import { kindOf } from "./message.js";

/** Throws if a body is neither bytes nor text and cannot come from JSON. */
export function refuseNonJson(body: unknown): void {
  const receivedKind = nonJsonName(body);
  if (receivedKind === undefined) return;
  const expected = "JSON text, its bytes or the parsed value";
  throw new WebhookEventError({ code: "INVALID_JSON", expected, receivedKind, input: body });
}

/** What a value is that JSON cannot hold, and what to do with it; undefined for a value that can come from JSON. */
function nonJsonName(value: unknown): string | undefined {
  if (value === null || typeof value === "number" || typeof value === "boolean") return undefined;
  if (typeof value !== "object") return kindOf(value);
  const name = nameOf(value as Partial<Record<string, unknown>>);
  if (name === "Array")
    return ArrayBuffer.isView((value as unknown[])[0]) ? "an array of bytes: concatenate them" : undefined;
  if (name === "Object")
    return isSerializedBuffer(value as JsonObject) ? "a Buffer as JSON: pass Buffer.from(body.data)" : undefined;
  return `a ${name}${hintFor(name)}`;
}

/** What `JSON.stringify` makes of a Buffer. */
function isSerializedBuffer({ type, data }: JsonObject): boolean {
  return type === "Buffer" && Array.isArray(data);
}

function hintFor(name: string): string {
  if (name === "Promise") return ": await it";
  return /^(Request|Response|Blob|File|stream)$/.test(name) ? ": await its text" : "";
}

function nameOf(value: Partial<Record<string, unknown>>): string {
  if (typeof value.then === "function") return "Promise";
  if (typeof value.pipe === "function" || typeof value.getReader === "function") return "stream";
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

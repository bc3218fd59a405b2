import { kindOf } from "./message.js";

/** What a value is that JSON cannot hold, and what to do with it; undefined for a value that can come from JSON. */
export function nonJsonName(value: unknown): string | undefined {
  if (value === null || typeof value === "number" || typeof value === "boolean") return undefined;
  if (typeof value !== "object") return kindOf(value);
  const name = nameOf(value as Partial<Record<string, unknown>>);
  if (name === "Object" || name === "Array") return undefined;
  return `a ${name}${hintFor(name)}`;
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

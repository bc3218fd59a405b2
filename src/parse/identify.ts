import { inferredChecks } from "../generated/checks.js";
import type { EventType } from "../generated/types.js";
import { isObject, type JsonObject } from "../json/object.js";
import { jsonOf } from "../json/text.js";
import { eventTypeOf } from "./event-type.js";

/** Which event a body is, as far as its names say. */
export interface Identified {
  /** Undefined if nothing names an event that this version knows. */
  eventType: EventType | undefined;
  payload: unknown;
  /** The object around the payload; undefined if the body is the payload. */
  envelope: JsonObject | undefined;
  /** The other way to read a body that names an event both bare and as an envelope. */
  otherwise: Identified | undefined;
}

/**
 * Identifies a body, bare or wrapped. The payload's own name decides. If it is unknown, the envelope's tags do, so that an
 * event is still recognised whose class name was never published; they never name an event whose class name is known.
 */
export function identify(body: unknown): Identified {
  if (!isObject(body)) return identified(undefined, body);
  const own = eventTypeOf(body);
  if (body.payload === undefined) return identified(own, body);
  if (own === undefined || isEnvelope(body)) return unwrapped(body);
  // What may be an envelope without id and tags, or an event with a field called `payload`.
  const bare = identified(own, body);
  const payload = wrappedPayload(body.payload);
  const inner = payload && eventTypeOf(payload);
  if (inner === undefined) return bare;
  const wrapped = identified(inner, payload, body);
  return inner === own ? { ...wrapped, otherwise: bare } : { ...bare, otherwise: wrapped };
}

/** Whether an object around a payload is an envelope, whatever its `type` says: events have a number for an id, and no tags. */
export function isEnvelope(body: JsonObject): boolean {
  return typeof body.id === "string" || (typeof body.id !== "number" && "tags" in body);
}

function unwrapped(body: JsonObject): Identified {
  const payload = wrappedPayload(body.payload);
  if (payload) return identified(eventTypeOf(payload) ?? taggedEventType(body.tags, payload), payload, body);
  return isEnvelope(body) ? identified(undefined, body.payload, body) : identified(undefined, body);
}

function identified(eventType: EventType | undefined, payload: unknown, envelope?: JsonObject): Identified {
  return { eventType, payload, envelope, otherwise: undefined };
}

/** The object that an envelope holds, or whose JSON text it holds. */
function wrappedPayload(payload: unknown): JsonObject | undefined {
  const value = typeof payload === "string" ? jsonOf(payload) : payload;
  return isObject(value) ? value : undefined;
}

/** The tags do not speak for a payload without a name: a callback may have rewritten it. */
function taggedEventType(tags: unknown, { type }: JsonObject): EventType | undefined {
  return typeof type === "string" && Array.isArray(tags) ? tags.find(isInferred) : undefined;
}

/** Whether only the name of an event is published. */
export function isInferred(eventType: unknown): boolean {
  return typeof eventType === "string" && Object.hasOwn(inferredChecks, eventType);
}

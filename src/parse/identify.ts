import { inferredChecks } from "../generated/checks.js";
import type { EventType } from "../generated/types.js";
import { eventTypeOf } from "./event-type.js";
import { isObject, type JsonObject } from "./json-object.js";

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
  const payload = body.payload === undefined ? undefined : wrappedPayload(body.payload);
  if (!payload) return identified(own, body);
  const inner = eventTypeOf(payload);
  if (own === undefined) return identified(inner ?? taggedEventType(body.tags, payload), payload, body);
  // What an envelope's `type` holds is not published. And a bare event may have a field called `payload`.
  const bare = identified(own, body);
  if (inner === undefined) return bare;
  const wrapped = identified(inner, payload, body);
  return inner === own ? { ...wrapped, otherwise: bare } : { ...bare, otherwise: wrapped };
}

function identified(eventType: EventType | undefined, payload: unknown, envelope?: JsonObject): Identified {
  return { eventType, payload, envelope, otherwise: undefined };
}

/** The object that an envelope holds, or whose JSON text it holds. */
function wrappedPayload(payload: unknown): JsonObject | undefined {
  const value = typeof payload === "string" ? parsed(payload) : payload;
  return isObject(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The tags do not speak for a payload without a name: a callback may have rewritten it. */
function taggedEventType(tags: unknown, { type }: JsonObject): EventType | undefined {
  return typeof type === "string" && Array.isArray(tags) ? tags.find(isInferred) : undefined;
}

/** Whether only the name of an event is published. */
export function isInferred(eventType: unknown): boolean {
  return typeof eventType === "string" && Object.hasOwn(inferredChecks, eventType);
}

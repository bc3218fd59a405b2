import { guesses } from "../generated/dispatch.js";
import { isObject, type JsonObject } from "../json/object.js";
import { eventName } from "../json/patterns.js";
import { jsonOf } from "../json/text.js";
import type { KnownEvent } from "./check.js";
import { isToldByMembers, knownEventOf } from "./event-type.js";

/** Which event a body is, as far as its names say. */
export interface Identified {
  /** Undefined if nothing names an event that this version knows. */
  known: KnownEvent | undefined;
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
  const own = knownEventOf(body);
  if (body.payload === undefined) return identified(own, body);
  const isTold = own !== undefined && isToldByMembers(body);
  if (!isTold && isLogged(body)) return withoutRow(body.payload);
  if (own === undefined || (!isTold && isEnvelope(body))) return unwrapped(body);
  // What may be an envelope without id and tags, or an event with a field called `payload`.
  const bare = identified(own, body);
  const payload = wrappedPayload(body.payload);
  const inner = payload && knownEventOf(payload);
  if (inner === undefined) return bare;
  const wrapped = identified(inner, payload, body);
  return isTold || inner === own ? { ...wrapped, otherwise: bare } : { ...bare, otherwise: wrapped };
}

/** Whether an object around a payload is an envelope, whatever its `type` says: events have a number for an id, and no tags. */
export function isEnvelope(body: JsonObject): boolean {
  return typeof body.id === "string" || (typeof body.id !== "number" && "tags" in body);
}

/** Whether a body is a row of LeanIX's delivery log, which holds the body as it was sent. */
export function isLogged(body: JsonObject): boolean {
  return "targetUrl" in body && "targetMethod" in body;
}

function withoutRow(sent: unknown): Identified {
  const body = wrappedPayload(sent);
  if (body === undefined || isLogged(body)) return identified(undefined, body ?? sent);
  return identify(body);
}

function unwrapped(body: JsonObject): Identified {
  const payload = wrappedPayload(body.payload);
  if (payload) return identified(knownEventOf(payload) ?? taggedEvent(body.tags, payload), payload, body);
  return isEnvelope(body) ? identified(undefined, body.payload, body) : identified(undefined, body);
}

function identified(known: KnownEvent | undefined, payload: unknown, envelope?: JsonObject): Identified {
  return { known, payload, envelope, otherwise: undefined };
}

/** The object that an envelope holds, or whose JSON text it holds. */
function wrappedPayload(payload: unknown): JsonObject | undefined {
  const value = typeof payload === "string" ? jsonOf(payload) : payload;
  return isObject(value) ? value : undefined;
}

/** The tags speak only for a payload that is named as the vendor names events: a callback may have rewritten any other. */
function taggedEvent(tags: unknown, payload: JsonObject): KnownEvent | undefined {
  const isNamed = typeof payload.type === "string" && eventName.test(payload.type);
  if (!isNamed || "payload" in payload) return undefined;
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === "string")) return undefined;
  return guesses.find(({ type }) => tags.includes(type));
}

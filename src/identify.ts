import { eventCatalogue } from "./generated/catalogue.js";
import type { EventType } from "./generated/types.js";

const typeOfName = new Map<unknown, EventType>();
const typeOfProgress = new Map<unknown, EventType>();
for (const [eventType, { wireNames, progress }] of Object.entries(eventCatalogue) as [
  EventType,
  (typeof eventCatalogue)[EventType],
][]) {
  for (const name of wireNames) typeOfName.set(name, eventType);
  if (progress !== undefined) typeOfProgress.set(progress, eventType);
}

/** Which event a bare body is, as the body itself tells; nothing where it does not. */
export function identifyPayload(body: unknown): EventType | undefined {
  if (!isObject(body)) return undefined;
  const named = typeOfName.get(own(body, "type"));
  if (named !== undefined) return named;
  // An integration run's `type` is the name of the integration.
  if (Object.hasOwn(body, "synchronizationId")) {
    const run = typeOfProgress.get(own(body, "progress"));
    if (run !== undefined) return run;
  }
  const isAutomation = !Object.hasOwn(body, "type") && Object.hasOwn(body, "tag") && Object.hasOwn(body, "automation");
  return isAutomation ? "AUTOMATION_TRIGGERED" : undefined;
}

/** What parsing has found out about a body before it is checked. */
export interface Identified {
  eventType: EventType | undefined;
  payload: unknown;
  envelope?: object;
}

/**
 * Which event a body is, bare or wrapped. The payload decides; where its name is not known, the envelope's tags do:
 * so an event is recognised whose class name the vendor never published. A payload without a `type` names nothing,
 * and the tags do not speak for it: a callback may have rewritten it.
 */
export function identify(body: unknown): Identified {
  const payload = isObject(body) ? own(body, "payload") : undefined;
  if (!isObject(body) || !isObject(payload)) return { eventType: identifyPayload(body), payload: body };
  const eventType = identifyPayload(payload) ?? (Object.hasOwn(payload, "type") ? taggedType(body) : undefined);
  if (eventType !== undefined) return { eventType, payload, envelope: body };
  // A bare event may come to have a member called payload.
  const bare = identifyPayload(body);
  return bare === undefined ? { eventType, payload, envelope: body } : { eventType: bare, payload: body };
}

function taggedType(envelope: object): EventType | undefined {
  const tags = own(envelope, "tags");
  return Array.isArray(tags) ? tags.find(isEventType) : undefined;
}

function isEventType(tag: unknown): tag is EventType {
  return typeof tag === "string" && Object.hasOwn(eventCatalogue, tag);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

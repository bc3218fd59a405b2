import { payloadChecks } from "./generated/checks.js";
import { eventTypeOfName, eventTypeOfProgress } from "./generated/dispatch.js";
import type { EventType } from "./generated/types.js";
import { type Members, ownObject } from "./read.js";

/** What parsing has found out about a body before it is checked. */
export interface Identified {
  eventType: EventType | undefined;
  payload: unknown;
  envelope?: unknown;
}

/**
 * Which event a body is, bare or wrapped. The payload decides; where its name is not known, the envelope's tags do:
 * so an event is recognised whose class name the vendor never published. A payload without a `type` names nothing,
 * and the tags do not speak for it: a callback may have rewritten it.
 */
export function identify(body: unknown): Identified {
  const own = ownObject(body);
  if (!own) return { eventType: undefined, payload: body };
  const { payload } = own;
  const wrapped = payload !== undefined && ownObject(payload);
  if (!wrapped) return { eventType: typeOf(own), payload: body };
  const eventType = typeOf(wrapped) ?? ("type" in wrapped ? taggedType(own) : undefined);
  if (eventType !== undefined) return { eventType, payload, envelope: body };
  // A bare event may come to have a member called payload.
  const bare = typeOf(own);
  return bare === undefined ? { eventType, payload, envelope: body } : { eventType: bare, payload: body };
}

/** Which event a payload is, as it tells itself; nothing where it does not. */
function typeOf(payload: Members): EventType | undefined {
  const named = eventTypeOfName(payload.type);
  if (named !== undefined) return named;
  // An integration run's `type` is the name of the integration.
  const run = "synchronizationId" in payload ? eventTypeOfProgress(payload.progress) : undefined;
  if (run !== undefined) return run;
  const isAutomation = !("type" in payload) && "tag" in payload && "automation" in payload;
  return isAutomation ? "AUTOMATION_TRIGGERED" : undefined;
}

function taggedType({ tags }: Members): EventType | undefined {
  return Array.isArray(tags) ? tags.find(isEventType) : undefined;
}

function isEventType(tag: unknown): tag is EventType {
  return typeof tag === "string" && Object.hasOwn(payloadChecks, tag);
}

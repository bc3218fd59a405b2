import { eventCatalog } from "../generated/catalog.js";
import type { EventType, WebhookEnvelope } from "../generated/types.js";
import { isObject } from "../json/object.js";
import { safeParseWebhookEvent } from "../parse/parse.js";

/** The fields around a payload. */
export type EnvelopeFields = Partial<Omit<WebhookEnvelope, "payload">>;

/** The payload as a webhook with payload mode WRAPPED_EVENT sends it: with an id, the routing tags, the workspace and the user. */
export function wrap(payload: unknown, fields: EnvelopeFields = {}): WebhookEnvelope {
  const { workspaceId, userId, createdAt } = isObject(payload) ? payload : {};
  const known = {
    id: globalThis.crypto.randomUUID(),
    createdAt: typeof createdAt === "string" ? createdAt : new Date().toISOString(),
    tags: routingTags(payload),
    ...(typeof workspaceId === "string" && { workspaceId }),
    ...(typeof userId === "string" && { userId }),
  };
  return { ...known, ...fields, payload };
}

/** The tags that a subscription's tag sets are matched with; those of survey responses are not published. */
function routingTags(payload: unknown): string[] {
  const type = eventTypeOf(payload);
  return type === undefined ? [] : [...(eventCatalog[type].tags ?? [])];
}

/** The event that a body is, also a malformed one. */
export function eventTypeOf(body: unknown): EventType | undefined {
  const { data, error } = safeParseWebhookEvent(body);
  const type = data ? data.type : error.eventType;
  return type === "UNKNOWN" ? undefined : type;
}

import { eventCatalog } from "../generated/catalog.js";
import type { WebhookEnvelope } from "../generated/types.js";
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
  const { data, error } = safeParseWebhookEvent(payload);
  const type = data ? data.type : error.eventType;
  if (type === undefined || type === "UNKNOWN") return [];
  switch (eventCatalog[type].category) {
    case "survey-responses":
      return [];
    case "integration-runs":
      return ["integrations", "statistics"];
    case "configurations":
      return ["integrations", type];
    case "automations":
      return ["automations", type];
    default:
      return ["pathfinder", type];
  }
}

import * as z from "zod";
import { payloadSchemas } from "../generated/payload-schemas.js";
import type { WebhookEvent } from "../generated/types.js";
import { webhookEnvelope } from "./models/envelope.js";
import { kinds } from "./models/scalars.js";

/**
 * The zod schema of the result of `parseWebhookEvent`, for events that were stored or passed on. It refuses a request's
 * body: use {@link webhookBodySchema} for that.
 */
export const parsedWebhookEventSchema: z.ZodType<WebhookEvent> = /* @__PURE__ */ eventSchema();

function eventSchema(): z.ZodType<WebhookEvent> {
  const unknown = { reason: z.string(), payload: z.unknown() };
  const known = Object.entries(payloadSchemas).map(([type, schema]) => event(type, { payload: withOpenName(schema) }));
  return z.discriminatedUnion("type", [event("UNKNOWN", unknown), ...known]) as unknown as z.ZodType<WebhookEvent>;
}

function event(type: string, shape: z.core.$ZodLooseShape) {
  return z.looseObject({ type: z.literal(type), ...shape, envelope: webhookEnvelope.optional() });
}

/** An event that only the envelope's tags name is parsed whatever its payload is called. */
function withOpenName(schema: z.ZodObject): z.ZodObject {
  const { type } = schema.shape;
  return type && kinds.get(type)?.kind === "openName" ? schema.extend({ type: z.string() }) : schema;
}

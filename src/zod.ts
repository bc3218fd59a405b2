/**
 * Every zod schema: to see all that is wrong with a body, to extend a schema, or to use it where a zod schema is taken.
 *
 * @packageDocumentation
 */
import * as z from "zod";
import { catalogue } from "./events/catalogue.js";
import type { WebhookEvent } from "./generated/types.js";
import { webhookEnvelope } from "./models/envelope.js";

/** The zod schema of each event's payload, by event type. */
export const payloadSchemas = {
  ...catalogue["fact-sheets"],
  ...catalogue.relations,
  ...catalogue.tags,
  ...catalogue.fields,
  ...catalogue.resources,
  ...catalogue.subscriptions,
  ...catalogue["integration-runs"],
  ...catalogue.configurations,
  ...catalogue["survey-responses"],
  ...catalogue.comments,
  ...catalogue.automations,
} as const;

/** The zod schema of what is around a payload when the webhook's payload mode is WRAPPED_EVENT. */
export { webhookEnvelope as webhookEnvelopeSchema } from "./models/envelope.js";

/** The zod schema of what `parseWebhookEvent` returns. */
export const webhookEventSchema: z.ZodType<WebhookEvent> = z.discriminatedUnion("type", [
  eventSchema("UNKNOWN", z.unknown()),
  ...Object.entries(payloadSchemas).map(([type, payload]) => eventSchema(type, payload)),
]) as unknown as z.ZodType<WebhookEvent>;

function eventSchema(type: string, payload: z.ZodType) {
  return z.looseObject({ type: z.literal(type), payload, envelope: webhookEnvelope.optional() });
}

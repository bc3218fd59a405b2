/**
 * All zod schemas: to list every issue of a body, to extend one, or to pass to a library that takes zod.
 *
 * @packageDocumentation
 */

export { payloadSchemas } from "./generated/payload-schemas.js";
export { webhookBodySchema } from "./zod/body-schema.js";
export { parsedWebhookEventSchema } from "./zod/event-schema.js";
/** The zod schema of what is around a payload when the webhook's payload mode is WRAPPED_EVENT. */
export { webhookEnvelope as webhookEnvelopeSchema } from "./zod/models/envelope.js";

/**
 * All zod schemas: to list every issue of a body, to extend one, or to pass to a library that takes zod.
 *
 * @packageDocumentation
 */
import * as z from "zod";
import { payloadSchemas } from "./generated/payload-schemas.js";
import type { WebhookEvent } from "./generated/types.js";
import { printed } from "./models/dispatched.js";
import { webhookEnvelope } from "./models/envelope.js";
import { kinds } from "./models/scalars.js";
import type { WebhookEventError } from "./parse/error.js";
import { safeParseWebhookEvent } from "./parse/parse.js";

export { payloadSchemas } from "./generated/payload-schemas.js";
/** The zod schema of what is around a payload when the webhook's payload mode is WRAPPED_EVENT. */
export { webhookEnvelope as webhookEnvelopeSchema } from "./models/envelope.js";

/**
 * The zod schema of a request's body: takes text, bytes or the parsed value, bare or wrapped, and gives the event, as
 * `parseWebhookEvent` does; it refuses the same bodies, and lists every issue.
 */
export const webhookBodySchema: z.ZodType<WebhookEvent, unknown> = /* @__PURE__ */ bodySchema();

/**
 * The zod schema of the result of `parseWebhookEvent`, for events that were stored or passed on. It refuses a request's
 * body: use {@link webhookBodySchema} for that.
 */
export const parsedWebhookEventSchema: z.ZodType<WebhookEvent> = /* @__PURE__ */ eventSchema();

function bodySchema(): z.ZodType<WebhookEvent, unknown> {
  const body = z.unknown().transform((input, context) => {
    const { success, data, error } = safeParseWebhookEvent(input);
    if (success) return data;
    context.issues.push(...issuesOf(error).map((issue) => ({ ...issue, input }) as z.core.$ZodRawIssue));
    return z.NEVER;
  });
  body._zod.toJSONSchema = () => {
    const payloads = Object.values(payloadSchemas).map(printed);
    const wrapped = { type: "object", properties: { payload: { anyOf: payloads } }, required: ["payload"] };
    return {
      anyOf: [...payloads, wrapped, { type: "object", description: "An event that this version does not know." }],
    };
  };
  return body;
}

/** Every issue that zod finds where the parser has found its first. */
function issuesOf(error: WebhookEventError): object[] {
  const place = error.envelope === undefined ? [] : ["payload"];
  const issues = zodIssues(error) ?? [{ code: "custom", path: error.path, message: error.message }];
  return issues.map((issue) => ({ ...issue, path: [...place, ...issue.path] }));
}

/** Undefined if it is not a payload that is wrong, or if zod overflows the stack: it has no limit of its own. */
function zodIssues({ eventType, payload }: WebhookEventError): z.core.$ZodIssue[] | undefined {
  try {
    return eventType && payloadSchemas[eventType].safeParse(payload).error?.issues;
  } catch {
    return undefined;
  }
}

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

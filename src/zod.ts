/**
 * All zod schemas: to list every issue of a body, to extend one, or to pass to a library that takes zod.
 *
 * @packageDocumentation
 */
import * as z from "zod";
import { eventCatalogue } from "./generated/catalogue.js";
import { payloadSchemas } from "./generated/payload-schemas.js";
import type { WebhookEvent } from "./generated/types.js";
import { amongOthers } from "./models/any-payload.js";
import { dispatched } from "./models/dispatched.js";
import { webhookEnvelope } from "./models/envelope.js";
import { hasNameOf, inferred, namesKnownEvent, objectWith } from "./models/event-names.js";
import { kinds } from "./models/scalars.js";
import type { WebhookEventError } from "./parse/error.js";
import { isObject } from "./parse/json-object.js";
import { safeParseWebhookEvent } from "./parse/parse.js";

export { payloadSchemas } from "./generated/payload-schemas.js";
/** The zod schema of what is around a payload when the webhook's payload mode is WRAPPED_EVENT. */
export { webhookEnvelope as webhookEnvelopeSchema } from "./models/envelope.js";

/**
 * The zod schema of a request's body: takes text, bytes or the parsed value, bare or wrapped, and gives the event, as
 * `parseWebhookEvent` does; it refuses the same bodies, and lists every issue, or only the first if the payload has more
 * than 10,000 values or 20 levels. Its JSON Schema is that of the body.
 */
export const webhookBodySchema: z.ZodType<WebhookEvent, unknown> = /* @__PURE__ */ bodySchema();

/**
 * The zod schema of the result of `parseWebhookEvent`, for events that were stored or passed on. It refuses a request's
 * body: use {@link webhookBodySchema} for that.
 */
export const parsedWebhookEventSchema: z.ZodType<WebhookEvent> = /* @__PURE__ */ eventSchema();

function bodySchema(): z.ZodType<WebhookEvent, unknown> {
  const parsed = z.unknown().transform((input, context) => {
    const { success, data, error } = safeParseWebhookEvent(input);
    if (success) return data;
    const place = error.envelope === undefined ? [] : ["payload"];
    for (const issue of issuesOf(error))
      context.issues.push({ ...issue, path: [...place, ...issue.path], input } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
  return dispatched(bodyForms(), () => parsed);
}

/**
 * For the JSON Schema of a body: any payload, an envelope, or an event that this version does not know or knows only by
 * name. It refuses no object that the parser takes.
 */
function bodyForms(): z.ZodType[] {
  const events = Object.values(eventCatalogue);
  const payloads = amongOthers(payloadSchemas);
  const known = namesKnownEvent(events);
  const envelope = z.looseObject({ payload: z.union([...payloads, z.unknown().meta({ not: known })]) });
  const wrapsKnown = { ...objectWith({ payload: known }), not: hasNameOf(inferred(events)) };
  const unknown = { description: "An event that this version does not know.", not: { anyOf: [known, wrapsKnown] } };
  return [...payloads, envelope, z.looseObject({}).meta(unknown)];
}

/** Every issue that zod finds where the parser has found its first. */
function issuesOf({ eventType, path, payload, message }: WebhookEventError): Pick<z.core.$ZodIssue, "path">[] {
  const first = { code: "custom", path: [...path], message };
  try {
    const all = eventType && isSmall(payload) ? payloadSchemas[eventType].safeParse(payload).error?.issues : undefined;
    return all ?? [first];
  } catch {
    // A getter of the payload throws.
    return [first];
  }
}

const MAX_VALUES = 10_000;
const MAX_LEVELS = 20;

/** Whether zod can list every issue of a value: it copies the path of each at each level. */
function isSmall(value: unknown): boolean {
  let values = 0;
  return isSmallAt(value, 1);

  function isSmallAt(value: unknown, level: number): boolean {
    if (++values > MAX_VALUES || level > MAX_LEVELS) return false;
    const parts = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
    // Not `every`, which skips the holes of an array.
    for (const part of parts) if (!isSmallAt(part, level + 1)) return false;
    return true;
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

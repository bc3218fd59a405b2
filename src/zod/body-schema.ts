import * as z from "zod";
import { eventCatalog } from "../generated/catalog.js";
import { payloadSchemas } from "../generated/payload-schemas.js";
import type { WebhookEvent } from "../generated/types.js";
import { isObject } from "../json/object.js";
import type { WebhookEventError } from "../parse/error.js";
import { safeParseWebhookEvent } from "../parse/parse.js";
import { amongOthers } from "./any-payload.js";
import { hasNameOf, inferred, namesKnownEvent, objectWith } from "./event-names.js";
import { checkedBy } from "./models/dispatched.js";

/**
 * The zod schema of a request's body: takes text, bytes or the parsed value, bare or wrapped, and gives the event, as
 * `parseWebhookEvent` does; it refuses the same bodies, and lists every issue, or only the first if the payload has more
 * than 10,000 values or 20 levels. Its JSON Schema is that of the body.
 */
export const webhookBodySchema: z.ZodType<WebhookEvent, unknown> = /* @__PURE__ */ bodySchema();

function bodySchema(): z.ZodType<WebhookEvent, unknown> {
  const schema = checkedBy(z.union(bodyForms()), (checked) => {
    const { value: input } = checked;
    const { success, data, error } = safeParseWebhookEvent(input);
    if (success) checked.value = data;
    else {
      const place = error.envelope === undefined ? [] : ["payload"];
      for (const issue of issuesOf(error))
        checked.issues.push({ ...issue, path: [...place, ...issue.path], input } as z.core.$ZodRawIssue);
    }
    return checked;
  });
  return schema as unknown as z.ZodType<WebhookEvent, unknown>;
}

/**
 * For the JSON Schema of a body: any payload, an envelope, or an event that this version does not know or knows only by
 * name. It refuses no object that the parser takes.
 */
function bodyForms(): z.ZodType[] {
  const events = Object.values(eventCatalog);
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

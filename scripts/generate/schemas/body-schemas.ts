/** The schemas of bodies that can be more than one event. A body must name its event. */
import { type Dialect, reference } from "../../../src/catalog/dialects.js";
import type { JsonSchema } from "../../../src/catalog/json-schema.js";
import {
  hasNameOf,
  inferred,
  isRun,
  isToldByMembers,
  namesKnownEvent,
  namesOf,
  objectWith,
} from "../../../src/zod/event-names.js";
import type { EventDescription } from "../read/library.js";

/** A payload among others. Alone, the schema of a run takes any `type`, and that of an automation too. */
export function payloadAmongOthers(
  event: EventDescription,
  events: EventDescription[],
  schema: JsonSchema,
): JsonSchema {
  if (event.wireNames.length > 0) return schema;
  if (event.progress === undefined) return { ...schema, not: { anyOf: [hasNameOf(events), isRun(events)] } };
  const properties = schema.properties as Record<string, JsonSchema>;
  return { ...schema, properties: { ...properties, type: { ...properties.type, not: { enum: namesOf(events) } } } };
}

/** What is not named as an event whose body is known. The body of an inferred event is a guess, so any body will do for it. */
export function unknownPayload(events: EventDescription[]): JsonSchema {
  return {
    title: "UnknownPayload",
    description:
      "The body of an event that this version does not know, or not well enough to refuse another body; or an empty body.",
    not: namesKnownEvent(events),
  };
}

export function categoryPayload(title: string, events: EventDescription[], dialect: Dialect): JsonSchema {
  return {
    title,
    description: `The body of an event of the category ${events[0]?.title}.`,
    // Says nothing new; API Gateway's models ask for it: AWS SAM takes no schema without a type.
    type: "object",
    anyOf: references(events, dialect),
  };
}

/** The payload mode DEFAULT. */
export function webhookPayload(events: EventDescription[], dialect: Dialect): JsonSchema {
  return {
    title: "WebhookPayload",
    description:
      "The body of any event as the payload mode DEFAULT sends it, including events that this version does not know.",
    anyOf: [...references(events, dialect), reference("UnknownPayload", dialect)],
  };
}

/** The payload mode WRAPPED_EVENT. No field but the payload is checked: none was ever captured, and none may veto an event. */
export function webhookEnvelope(fields: string[], events: EventDescription[], dialect: Dialect): JsonSchema {
  const others = fields.filter((field) => field !== "payload").map((field) => [field, {}]);
  return {
    title: "WebhookEnvelope",
    description:
      "The body of any event as the payload mode WRAPPED_EVENT sends it. Only the payload is checked; one that is JSON text passes unread.",
    type: "object",
    properties: {
      ...Object.fromEntries(others),
      payload: { anyOf: [...references(events, dialect), reference("UnknownPayload", dialect)] },
    },
    required: ["payload"],
  };
}

/** Whatever a webhook sends, in any payload mode. */
export function webhookDelivery(events: EventDescription[], dialect: Dialect): JsonSchema {
  const known = references(events, dialect);
  const wrapped = [{ anyOf: known }, { type: "string" }].map((payload) => objectWith({ payload }));
  return {
    title: "WebhookDelivery",
    description: "The body of any event in any payload mode: bare, wrapped or empty.",
    anyOf: [
      ...wrapped,
      { anyOf: [...known, hasNameOf(inferred(events))], not: isEnvelope(events) },
      { ...isEnvelope(events), properties: { payload: { not: namesKnownEvent(events) } } },
      { ...objectWith({ payload: hasNameOf(inferred(events)) }), anyOf: [isToldByMembers(events)] },
      { not: { anyOf: [namesKnownEvent(events), objectWith({ payload: namesKnownEvent(events) })] } },
    ],
  };
}

/** Whether an object around a payload is an envelope, whatever its `type` says. */
function isEnvelope(events: EventDescription[]): JsonSchema {
  return {
    ...objectWith({ payload: {} }),
    anyOf: [
      objectWith({ id: { type: "string" } }),
      { ...objectWith({ tags: {} }), not: objectWith({ id: { type: "number" } }) },
    ],
    not: isToldByMembers(events),
  };
}

function references(events: EventDescription[], dialect: Dialect): JsonSchema[] {
  return events.map(({ payload }) => reference(payload, dialect));
}

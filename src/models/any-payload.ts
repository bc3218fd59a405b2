import * as z from "zod";
import { eventCatalogue } from "../generated/catalogue.js";
import type { EventType } from "../generated/types.js";
import { eventTypeOf } from "../parse/event-type.js";
import { isObject } from "../parse/json-object.js";
import type { Evidence } from "./define.js";
import { dispatched } from "./dispatched.js";
import type { JsonSchema } from "./json-schema.js";

type Schemas = Partial<Record<EventType, z.ZodType>>;

/** Any of several payloads: first the event that the body names, then that one schema. */
export function anyPayloadOf<const Of extends Schemas>(schemas: Of): z.ZodType<z.output<NonNullable<Of[keyof Of]>>> {
  const unnamed = z.custom(() => false, { error: `expected ${Object.keys(schemas).join(" or ")}` });
  return dispatched(amongOthers(schemas), (body) => {
    const eventType = isObject(body) ? eventTypeOf(body) : undefined;
    return (eventType && (schemas as Schemas)[eventType]) ?? unnamed;
  });
}

/** The schemas, each of which refuses any other event in JSON Schema, too. Most need only their `type` for that. */
export function amongOthers(schemas: Schemas): z.ZodType[] {
  return Object.entries(schemas).map(([eventType, schema]) => {
    const { wireNames, progress } = eventCatalogue[eventType as EventType];
    if (wireNames.length > 0) return schema;
    return schema.meta({ not: progress === undefined ? { anyOf: [hasNameOf(), isRun()] } : hasNameOf() });
  });
}

/** In JSON Schema: the body names an event of which a body is published, at least in part. */
export function namesKnownEvent(): JsonSchema {
  const unnamed = [isRun(), having({ tag: {}, automation: {} })].map((event) => ({ ...event, not: hasNameOf() }));
  return { anyOf: [hasNameOf("sample", "partial"), ...unnamed] };
}

/** In JSON Schema: the body's `type` is the name of an event; of one with such evidence, if any is given. */
export function hasNameOf(...evidence: Evidence[]): JsonSchema {
  const events = Object.values(eventCatalogue).filter((event) => !evidence.length || evidence.includes(event.evidence));
  return having({ type: { enum: events.flatMap(({ wireNames }) => wireNames) } });
}

function isRun(): JsonSchema {
  const progress = Object.values(eventCatalogue).flatMap((event) => event.progress ?? []);
  return having({ progress: { enum: progress }, synchronizationId: {} });
}

/** In JSON Schema: an object that has these fields. */
export function having(properties: JsonSchema): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties) };
}

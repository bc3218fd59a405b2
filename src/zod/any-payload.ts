import * as z from "zod";
import { eventCatalog } from "../generated/catalog.js";
import type { EventType } from "../generated/types.js";
import { isObject } from "../json/object.js";
import { knownEventOf } from "../parse/event-type.js";
import { hasNameOf, isRun } from "./event-names.js";
import { dispatched } from "./models/dispatched.js";

type Schemas = Partial<Record<EventType, z.ZodType>>;

/** Any of several payloads: first the event that the body names, then that one schema. */
export function anyPayloadOf<const Of extends Schemas>(schemas: Of): z.ZodType<z.output<NonNullable<Of[keyof Of]>>> {
  const unnamed = z.custom(() => false, { error: `expected ${Object.keys(schemas).join(" or ")}` });
  return dispatched(amongOthers(schemas), (body) => {
    const eventType = isObject(body) ? knownEventOf(body)?.type : undefined;
    return (eventType && (schemas as Schemas)[eventType]) ?? unnamed;
  });
}

/** The schemas, each of which refuses any other event in JSON Schema, too. Most need only their `type` for that. */
export function amongOthers(schemas: Schemas): z.ZodType[] {
  const events = Object.values(eventCatalog);
  return Object.entries(schemas).map(([eventType, schema]) => {
    const { wireNames, progress } = eventCatalog[eventType as EventType];
    if (wireNames.length > 0) return schema;
    const named = hasNameOf(events);
    return schema.meta({ not: progress === undefined ? { anyOf: [named, isRun(events)] } : named });
  });
}

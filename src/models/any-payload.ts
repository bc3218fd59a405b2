import * as z from "zod";
import type { EventType } from "../generated/types.js";
import { eventTypeOf } from "../parse/event-type.js";
import { isObject } from "../parse/json-object.js";
import { dispatched, printed } from "./dispatched.js";

type Schemas = Partial<Record<EventType, z.ZodType>>;

/**
 * Any of several payloads: first the event that the body names, then that one schema. A union would report the issues of
 * all, and take a malformed event for another whose fields are all optional.
 */
export function anyPayloadOf<const Of extends Schemas>(schemas: Of): z.ZodType<z.output<NonNullable<Of[keyof Of]>>> {
  const schemaOf = (body: unknown): z.ZodType | undefined => {
    const eventType = isObject(body) ? eventTypeOf(body) : undefined;
    return eventType && (schemas as Schemas)[eventType];
  };
  const named = z.unknown().refine((body) => schemaOf(body) !== undefined, {
    error: `expected ${Object.keys(schemas).join(" or ")}`,
  });
  return dispatched(named, schemaOf, () => (Object.values(schemas) as z.ZodType[]).map(printed));
}

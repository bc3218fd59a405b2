import { closestMatch } from "leven";
import { eventCatalog, eventTypes } from "../../catalog/catalog.js";
import type { EventType } from "../../generated/types.js";
import { UsageError } from "../output/terminal.js";

/** `FACT_SHEET_CREATED`, however it is written: by its file's name or by the class name in its body, too. */
export function findEventType(name: string): EventType | undefined {
  const upper = name.toUpperCase().replaceAll("-", "_");
  return eventTypes.find((type) => type === upper || eventCatalog[type].wireNames.includes(name));
}

export function eventTypeOf(name: string): EventType {
  const type = findEventType(name);
  if (type === undefined) throw unknownName("event", name, eventTypes, name.toUpperCase());
  return type;
}

/** `unknown event: FACT_SHEET_UPDATE (Did you mean FACT_SHEET_UPDATED?)` */
export function unknownName(what: string, name: string, known: readonly string[], spelled = name): UsageError {
  const closest = closestMatch(spelled, known, { maxDistance: Math.ceil(name.length / 3) });
  return new UsageError(`unknown ${what}: ${name}${closest === undefined ? "" : ` (Did you mean ${closest}?)`}`);
}

import { eventTypeOfName, eventTypeOfProgress } from "../generated/dispatch.js";
import type { EventType } from "../generated/types.js";
import type { JsonObject } from "../json/object.js";

/** The event that a payload names, if any. */
export function eventTypeOf(payload: JsonObject): EventType | undefined {
  const named = eventTypeOfName(payload.type);
  if (named !== undefined) return named;
  // An integration run's `type` is the name of the integration.
  const run = "synchronizationId" in payload ? eventTypeOfProgress(payload.progress) : undefined;
  if (run !== undefined) return run;
  return "tag" in payload && "automation" in payload ? "AUTOMATION_TRIGGERED" : undefined;
}

/** Whether a payload that names an event is told by members that no envelope has. */
export function isToldByMembers(payload: JsonObject): boolean {
  return "pollRun" in payload || eventTypeOfName(payload.type) === undefined;
}

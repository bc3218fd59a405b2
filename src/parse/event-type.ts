import { AUTOMATION_TRIGGERED, eventOfName, eventOfProgress } from "../generated/dispatch.js";
import type { JsonObject } from "../json/object.js";
import type { KnownEvent } from "./check.js";

/** The event that a payload names, if any. */
export function knownEventOf(payload: JsonObject): KnownEvent | undefined {
  const named = eventOfName(payload.type);
  if (named !== undefined) return named;
  // An integration run's `type` is the name of the integration.
  const run = eventOfProgress(payload.progress);
  if (run !== undefined && "synchronizationId" in payload) return run;
  return "tag" in payload && "automation" in payload ? AUTOMATION_TRIGGERED : undefined;
}

/** Whether a payload that names an event is told by members that no envelope has. */
export function isToldByMembers(payload: JsonObject): boolean {
  return "pollRun" in payload || eventOfName(payload.type) === undefined;
}

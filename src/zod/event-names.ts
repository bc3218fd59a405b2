/**
 * In JSON Schema: which event a body names, as the parser identifies it: by its `type`; by `progress`, if `type` is not
 * an event's name; by `tag` and `automation` otherwise.
 */
import type { EventInfo } from "../catalog/event-info.js";
import type { JsonSchema } from "../catalog/json-schema.js";

/** What identifies an event. */
type EventNames = Omit<EventInfo, "category">;

/** The body names an event that is published or captured, at least in part. */
export function namesKnownEvent(events: readonly EventNames[]): JsonSchema {
  const named = hasNameOf(events.filter(({ evidence }) => evidence !== "inferred"));
  return { anyOf: [named, { anyOf: [isRun(events), isAutomation], not: hasNameOf(inferred(events)) }] };
}

/** The body names an event and is told by members that no envelope has: it is no envelope, whatever else it holds. */
export function isToldByMembers(events: readonly EventNames[]): JsonSchema {
  const surveys = events.filter(({ wireNames }) => wireNames.some((name) => name.startsWith("POLL_RESULT_")));
  const survey = objectWith({ type: { type: "string", enum: namesOf(surveys) }, pollRun: {} });
  return { anyOf: [survey, { anyOf: [isRun(events), isAutomation], not: hasNameOf(events) }] };
}

const isAutomation = objectWith({ tag: {}, automation: {} });

/** The body's `type` is the name of one of the events. */
export function hasNameOf(events: readonly EventNames[]): JsonSchema {
  return objectWith({ type: { type: "string", enum: namesOf(events) } });
}

export function namesOf(events: readonly EventNames[]): string[] {
  return events.flatMap(({ wireNames }) => wireNames);
}

export function inferred<Event extends EventNames>(events: readonly Event[]): Event[] {
  return events.filter(({ evidence }) => evidence === "inferred");
}

/** The body's `progress` is that of one of the events. */
export function isRun(events: readonly EventNames[]): JsonSchema {
  const progress = events.flatMap((event) => event.progress ?? []);
  return objectWith({ progress: { type: "string", enum: progress }, synchronizationId: {} });
}

/** An object that has these fields. Strict validators ask that `properties` lists what is required. */
export function objectWith(properties: JsonSchema): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties) };
}

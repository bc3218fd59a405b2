import { Option } from "commander";
import type { EventType } from "../../generated/types.js";
import type { Verdict } from "../output/verdict.js";
import { eventTypeOf } from "./names.js";

/** The events that are asked for; undefined for all. */
export type EventNames = ReadonlySet<EventType | "UNKNOWN"> | undefined;

export function eventOption(): Option {
  return new Option(
    "--event <names>",
    "only these events, with commas between; UNKNOWN for any that is not known",
  ).argParser(eventNamesOf);
}

function eventNamesOf(text: string, before: EventNames): EventNames {
  const names = text
    .split(",")
    .map((name) => (name.toUpperCase() === "UNKNOWN" ? "UNKNOWN" : eventTypeOf(name.trim())));
  return new Set([...(before ?? []), ...names]);
}

/** Whether a body is of the events that are asked for. One that cannot be read may be of any. */
export function isAskedFor(events: EventNames, { result, event }: Pick<Verdict, "result" | "event">): boolean {
  return events === undefined || events.has(event) || (event === "UNKNOWN" && result === "refused");
}

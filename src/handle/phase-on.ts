import type { Lifecycle, LifecyclePhase } from "../generated/types.js";

/**
 * The phase of a lifecycle that is current on a day: the one that started last, on that day or before. If two start on the
 * same day, the later in the list counts; a phase without a start never does.
 *
 * @param day `YYYY-MM-DD`.
 * @returns undefined if no phase has started.
 * @throws TypeError if `day` is anything else.
 * @example
 * ```ts
 * import { isFieldOfType, parseWebhookEvent, phaseOn } from "leanix-webhook-events";
 * import { examples } from "leanix-webhook-events/examples";
 *
 * const today = new Date().toISOString().slice(0, 10);
 * const event = parseWebhookEvent(examples.FACT_SHEET_UPDATED);
 * if (event.type === "FACT_SHEET_UPDATED")
 *   for (const { data } of event.payload.factSheet.fields)
 *     if (isFieldOfType(data, "Lifecycle")) console.log(phaseOn(data, today)?.phase);
 * ```
 */
export function phaseOn({ phases }: Pick<Lifecycle, "phases">, day: string): LifecyclePhase | undefined {
  if (!isDay(day)) throw new TypeError("phaseOn: the day must be YYYY-MM-DD");
  let current: LifecyclePhase | undefined;
  let start = "";
  for (const phase of phases ?? []) {
    const date = dayOf(phase.startDate);
    if (date === undefined || date > day || date < start) continue;
    current = phase;
    start = date;
  }
  return current;
}

/** The day of a date, also of one with a time; undefined if it cannot be compared. */
function dayOf(date: string | null | undefined): string | undefined {
  const day = date?.slice(0, 10);
  return isDay(day) ? day : undefined;
}

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return false;
  // A month may be too short for it.
  return new Date(value).getUTCDate() === Number(value.slice(8));
}

/** Several bodies in the order in which things happened, with what a receiver would drop. */
import { type Facts, factsOf } from "./about.js";
import { type Judged, type Shown, shownOf, sourceOf } from "./verdict.js";

/** One body among others. */
export interface Moment {
  shown: Shown;
  createdAt?: string;
  /** `came before: line 1`, or `outdated: line 4 is newer`. */
  remark?: string;
  /** Place in the timeline of the event of this type that came before it, about the same fact sheet if there is one. */
  previous?: number;
}

export interface Timeline {
  moments: Moment[];
  /** How many are left out. */
  more: number;
  duplicates: number;
  outdated: number;
}

interface Arrival extends Facts {
  judged: Judged;
  time: number;
  remark?: string;
}

const MOST = 50;

export function timelineOf(bodies: Judged[]): Timeline {
  const arrivals = bodies.map((judged): Arrival => {
    const facts = factsOf(judged);
    return { ...facts, judged, time: Date.parse(facts.createdAt ?? "") };
  });
  remark(isNewestFirst(arrivals) ? arrivals.toReversed() : arrivals);
  const sorted = arrivals.toSorted((one, other) => order(one.time) - order(other.time));
  const shown = sorted.slice(0, MOST);
  const begins = (word: string) => arrivals.filter(({ remark }) => remark?.startsWith(word)).length;
  return {
    moments: shown.map((arrival, index) => momentOf(arrival, previousOf(shown, index))),
    more: sorted.length - shown.length,
    duplicates: begins("came"),
    outdated: begins("outdated"),
  };
}

/** As LeanIX's log lists deliveries. Others are listed as they arrived. */
function isNewestFirst(arrivals: Arrival[]): boolean {
  const times = arrivals.map(({ time }) => time).filter((time) => !Number.isNaN(time));
  return times.length > 1 && times[0]! > times.at(-1)!;
}

/** What a receiver that keeps keys and positions would drop of bodies in the order of their arrival. */
function remark(arrivals: Arrival[]): void {
  const first = new Map<string, Arrival>();
  const newest = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    const { key, position, judged } = arrival;
    if (judged.result === "refused") continue;
    const before = key === undefined ? undefined : first.get(key);
    if (before) arrival.remark = `came before: ${sourceOf(before.judged.body)}`;
    else if (key !== undefined) first.set(key, arrival);
    if (!position || before) continue;
    const newer = newest.get(position.key);
    if (newer && newer.position!.sequence > position.sequence)
      arrival.remark = `outdated: ${sourceOf(newer.judged.body)} is newer`;
    else newest.set(position.key, arrival);
  }
}

function previousOf(arrivals: Arrival[], index: number): number | undefined {
  const { judged, group } = arrivals[index]!;
  if (judged.event === "UNKNOWN") return undefined;
  const before = arrivals.slice(0, index);
  const ofType = (one: Arrival) => one.judged.event === judged.event;
  const same = before.findLastIndex((one) => ofType(one) && one.group === group);
  const found = same >= 0 ? same : before.findLastIndex(ofType);
  return found >= 0 ? found : undefined;
}

function momentOf({ judged, createdAt, remark }: Arrival, previous: number | undefined): Moment {
  return {
    shown: shownOf(judged),
    ...(createdAt !== undefined && { createdAt }),
    ...(remark !== undefined && { remark }),
    ...(previous !== undefined && { previous }),
  };
}

/** Bodies without a time come last. */
function order(time: number): number {
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

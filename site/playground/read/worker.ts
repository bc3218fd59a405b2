import type { Verdict } from "../../../src/cli/output/verdict.js";
import { type DriftFinding, reportDrift } from "../../../src/drift.js";
import { readBodies } from "./read-bodies.js";
import { type Timeline, timelineOf } from "./timeline.js";
import { type Judged, judge, type Shown, sameness, shownOf, sourceOf } from "./verdict.js";

export interface Answer {
  bodies: number;
  counts: Record<Verdict["result"], number>;
  /** One body, or of several those that are not valid: what is wrong comes first, and bodies that say the same are one. */
  verdicts: Shown[];
  /** Of several bodies, unless all are refused. */
  timeline?: Timeline;
  /** Differences from the schemas, of bodies that are not refused; undefined if all are. */
  drift?: DriftFinding[];
}

/** About the text of that number. */
export type Message = { id: number } & ({ answer: Answer } | { failure: string });

const SHOWN = 100;
const NAMED = 8;

self.addEventListener("message", ({ data: { id, text } }: MessageEvent<{ id: number; text: string }>) => {
  try {
    self.postMessage({ id, answer: answerTo(text) } satisfies Message);
  } catch (error) {
    self.postMessage({ id, failure: String(error) } satisfies Message);
  }
});

function answerTo(text: string): Answer {
  const judged = readBodies(text).map(judge);
  const of = (result: Verdict["result"]) => judged.filter((one) => one.result === result);
  const [refused, unknown, ok] = [of("refused"), of("unknown"), of("ok")];
  const first = judged.length === 1 ? judged : [...refused, ...unknown];
  const readable = [...ok, ...unknown].filter(isDrift);
  return {
    bodies: judged.length,
    counts: { ok: ok.length, unknown: unknown.length, refused: refused.length },
    verdicts: [...grouped(first, sameness).values()].slice(0, SHOWN).map(shownOfGroup),
    ...(judged.length > 1 && refused.length < judged.length && { timeline: timelineOf(judged) }),
    ...(readable.length > 0 && { drift: reportDrift(readable.map(({ body }) => body.body)) }),
  };
}

/** What stands elsewhere is looked at there. */
function isDrift({ form, reason }: Judged): boolean {
  return form !== undefined && reason !== "NESTED" && reason !== "ENCODED_TWICE";
}

function shownOfGroup([first, ...rest]: Judged[]): Shown {
  const others = rest.map(({ body }) => sourceOf(body));
  return { ...shownOf(first!), ...(others.length > 0 && { others: named(others) }) };
}

function named(sources: string[]): string[] {
  const more = sources.length - NAMED;
  return more > 1 ? [...sources.slice(0, NAMED), `${more} more`] : sources;
}

function grouped<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

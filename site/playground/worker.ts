import type { Verdict } from "../../src/cli/output/verdict.js";
import { type DriftFinding, reportDrift } from "../../src/drift.js";
import { formatPath } from "../../src/parse/message.js";
import { readBodies } from "./read-bodies.js";
import { type Judged, judge, type Shown, sameness, shownOf, sourceOf } from "./verdict.js";

export interface Answer {
  bodies: number;
  counts: Record<Verdict["result"], number>;
  /** What is wrong comes first; bodies that say the same are one. */
  verdicts: Shown[];
  /** Differences from the schemas; those that only confirm a guess stand apart. */
  drift: DriftFinding[];
  confirmed: DriftFinding[];
  /** How many bodies came before, by their key, or are older than another of them. */
  duplicates: number;
  outdated: number;
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
  const groups = [...grouped([...refused, ...unknown, ...ok], sameness).values()].slice(0, SHOWN);
  const verdicts = groups.map((group) => {
    const others = group.slice(1).map(({ body }) => sourceOf(body));
    return { ...shownOf(group[0]!), ...(others.length > 0 && { others: named(others) }) };
  });
  const findings = driftOf([...ok, ...unknown].filter(({ form }) => form !== undefined));
  return {
    bodies: judged.length,
    counts: { ok: ok.length, unknown: unknown.length, refused: refused.length },
    verdicts,
    drift: findings.filter(({ kind }) => kind !== "GUESSED_FIELD"),
    confirmed: findings.filter(({ kind }) => kind === "GUESSED_FIELD"),
    ...repeatsIn(verdicts),
  };
}

function named(sources: string[]): string[] {
  const more = sources.length - NAMED;
  return more > 1 ? [...sources.slice(0, NAMED), `${more} more`] : sources;
}

/** The differences that a guessed event shows as its own faults are not shown twice. */
function driftOf(judged: Judged[]): DriftFinding[] {
  const shown = new Set(judged.map(({ event, issue }) => issue && `${event} ${formatPath(issue.path)}`));
  return reportDrift(judged.map(({ body }) => body.body)).filter(
    ({ event, kind, path }) => kind !== "OTHER_TYPE" || !shown.has(`${event} ${path}`),
  );
}

function repeatsIn(verdicts: Shown[]): Pick<Answer, "duplicates" | "outdated"> {
  const keys = new Set<string>();
  const newest = new Map<string, number>();
  let duplicates = 0;
  for (const { about } of verdicts) {
    if (about?.key !== undefined && keys.has(about.key)) duplicates++;
    if (about?.key !== undefined) keys.add(about.key);
    const { key, sequence = 0 } = about?.position ?? {};
    if (key !== undefined) newest.set(key, Math.max(sequence, newest.get(key) ?? sequence));
  }
  const outdated = verdicts.filter(
    ({ about }) => about?.position && about.position.sequence < newest.get(about.position.key)!,
  );
  return { duplicates, outdated: outdated.length };
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

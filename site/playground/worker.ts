import type { Verdict } from "../../src/cli/output/verdict.js";
import { type DriftFinding, reportDrift } from "../../src/drift.js";
import { formatPath } from "../../src/parse/message.js";
import { readBodies } from "./read-bodies.js";
import { type Judged, judge, type Shown, shownOf } from "./verdict.js";

export interface Answer {
  bodies: number;
  counts: Record<Verdict["result"], number>;
  /** The first of them; what is wrong comes first. */
  verdicts: Shown[];
  drift: DriftFinding[];
}

/** About the text of that number. */
export type Message = { id: number } & ({ answer: Answer } | { failure: string });

const SHOWN = 100;

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
  return {
    bodies: judged.length,
    counts: { ok: ok.length, unknown: unknown.length, refused: refused.length },
    verdicts: [...refused, ...unknown, ...ok].slice(0, SHOWN).map(shownOf),
    drift: driftOf(judged.filter(({ form }) => form !== undefined)),
  };
}

/** Without the fields for which a body was refused: they are shown as its fault. */
function driftOf(judged: Judged[]): DriftFinding[] {
  const faults = new Set(judged.filter(({ result }) => result === "refused").map(faultOf));
  return reportDrift(judged.map(({ body }) => body.body)).filter(
    ({ event, kind, path }) => kind !== "OTHER_TYPE" || !faults.has(`${event} ${path}`),
  );
}

function faultOf({ event, issue }: Judged): string {
  return `${event} ${formatPath(issue?.path ?? []).replaceAll(/\[\d+\]/g, "[]")}`;
}

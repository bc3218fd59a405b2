import { type DriftFinding, reportDrift } from "../../src/drift.js";
import { splitBodies } from "./split-bodies.js";
import { type Verdict, verdictOf } from "./verdict.js";

export interface Answer {
  /** Number of the text that was asked about. */
  id: number;
  bodies: number;
  counts: Record<Verdict["result"], number>;
  /** The first of them. */
  verdicts: Verdict[];
  drift: DriftFinding[];
}

const SHOWN = 100;

self.addEventListener("message", ({ data: { id, text } }: MessageEvent<{ id: number; text: string }>) => {
  const bodies = splitBodies(text);
  const counts = { valid: 0, unknown: 0, refused: 0 };
  const verdicts: Verdict[] = [];
  for (const { text, line } of bodies) {
    const verdict = verdictOf(text, line);
    counts[verdict.result]++;
    if (verdicts.length < SHOWN) verdicts.push(verdict);
  }
  const drift = reportDrift(bodies.map(({ text }) => text));
  self.postMessage({ id, bodies: bodies.length, counts, verdicts, drift } satisfies Answer);
});

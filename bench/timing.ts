import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Whether to see that everything runs, rather than to measure: small bodies, and each of them once. */
export const quick = process.argv.includes("--quick");

interface Effort {
  /** How often each task is measured. */
  rounds: number;
  /** How long one measurement takes at least, in milliseconds. */
  batch: number;
}

export interface Cost {
  /** Nanoseconds of one run. */
  time: number;
  /** Over the baseline, which ran just before and just after. */
  ratio: number;
}

/** A large body takes longer, and varies less. */
export const effortOf = (bytes: number): Effort =>
  quick ? { rounds: 1, batch: 0.1 } : { rounds: bytes > 1e6 ? 5 : 17, batch: 8 };

export type Tasks = Record<string, () => unknown>;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/**
 * Medians of paired ratios: whatever slows the machine down for a while slows a task and its two neighbours alike,
 * so a ratio holds where a time does not.
 */
export function costsAgainst(baseline: () => unknown, tasks: Tasks, { rounds, batch }: Effort): Record<string, Cost> {
  const measureBaseline = measurement(baseline, batch);
  const measured = Object.entries(tasks).map(([id, task]) => ({
    id,
    measure: measurement(task, batch),
    times: [] as number[],
    ratios: [] as number[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { measure, times, ratios } of rotated(measured, round)) {
      const before = measureBaseline();
      const time = measure();
      const after = measureBaseline();
      times.push(time);
      ratios.push((2 * time) / (before + after));
    }
  }
  return Object.fromEntries(
    measured.map(({ id, times, ratios }) => [id, { time: median(times), ratio: median(ratios) }]),
  );
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Warms a task up, and returns what measures it: nanoseconds of one run, in batches long enough for the clock. */
function measurement(task: () => unknown, batch: number): () => number {
  // Some contenders compile a schema when it is first needed.
  task();
  let runs = 1;
  let took = timed(task, runs);
  for (let spent = took; spent < 10 * batch * 1e6 && runs < 1e6; spent += took) {
    runs = Math.ceil((batch * 1e6) / (took / runs));
    took = timed(task, runs);
  }
  // The garbage of a body that is not small would be collected at the next task's expense.
  const isLarge = !quick && took / runs > 50e3;
  return () => {
    if (isLarge) collectGarbage();
    return timed(task, runs) / runs;
  };
}

function timed(task: () => unknown, runs: number): number {
  const start = process.hrtime.bigint();
  for (let run = 0; run < runs; run++) task();
  return Number(process.hrtime.bigint() - start);
}

function rotated<Item>(items: Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

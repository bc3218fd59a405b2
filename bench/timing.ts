/** Whether to see that everything runs, rather than to measure: small bodies, and each of them once. */
export const quick = process.argv.includes("--quick");

interface Effort {
  /** How often each task is timed. */
  slices: number;
  /** How long a slice takes at least, in milliseconds. */
  length: number;
}

export interface Cost {
  /** Nanoseconds of one run. */
  time: number;
  /** Over the baseline. */
  ratio: number;
}

/** Large bodies take longer, and vary less. */
export function effortOf(bytes: number): Effort {
  if (quick) return { slices: 1, length: 0.1 };
  return bytes > 1e6 ? { slices: 50, length: 8 } : { slices: 200, length: 3 };
}

export type Tasks = Record<string, () => unknown>;

/**
 * The tenth percentile of many slices, the tasks in random order: whatever else the machine does makes a slice longer and
 * never shorter, and none of them comes always after the same other one. Garbage is collected when it is: forcing it throws
 * compiled code away.
 */
export function costsAgainst(baseline: () => unknown, tasks: Tasks, { slices, length }: Effort): Record<string, Cost> {
  const timers = [baseline, ...Object.values(tasks)].map((task) => ({
    time: timer(task, length),
    times: [] as number[],
  }));
  for (let slice = 0; slice < slices; slice++) for (const { time, times } of shuffled(timers)) times.push(time());
  const [base, ...times] = timers.map((timed) => percentile(timed.times, 0.1));
  return Object.fromEntries(
    Object.keys(tasks).map((id, index) => [id, { time: times[index]!, ratio: times[index]! / base! }]),
  );
}

function percentile(values: number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(part * values.length)]!;
}

function shuffled<Item>(items: Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Warms a task up, and returns what measures it: nanoseconds of one run, in slices long enough for the clock. */
function timer(task: () => unknown, length: number): () => number {
  // Some contenders compile a schema when it is first needed.
  task();
  let runs = 1;
  let took = timed(task, runs);
  for (let spent = took; spent < 30 * length * 1e6 && runs < 1e6; spent += took) {
    runs = Math.ceil((length * 1e6) / (took / runs));
    took = timed(task, runs);
  }
  return () => timed(task, runs) / runs;
}

function timed(task: () => unknown, runs: number): number {
  const start = process.hrtime.bigint();
  for (let run = 0; run < runs; run++) task();
  return Number(process.hrtime.bigint() - start);
}

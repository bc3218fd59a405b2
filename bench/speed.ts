import { bodyOf, sizes } from "./bodies.js";
import { baselineId, type LoadedEntrant, libraryId } from "./contenders.js";
import { type Cost, effortOf, median, paired, type Tasks } from "./paired.js";

export interface Speed {
  /** Without the body itself: a large one that stays alive makes every later collection of garbage dearer. */
  body: { label: string; length: number };
  /** Text to event, over `JSON.parse`. */
  parse: Record<string, Cost>;
  /** The check alone, over `JSON.parse` of the same body. */
  check: Record<string, Cost>;
  /** The check alone, over this library's. */
  checkOverOurs: Record<string, Cost>;
}

export function measureSpeed(entrants: LoadedEntrant[]): Speed[] {
  return Object.entries(sizes).map(([label, bytes]) => {
    const { text, value } = bodyOf(label, bytes);
    const effort = effortOf(bytes);
    const contenders = entrants.filter(({ id }) => id !== baselineId);
    const tasks = (task: (entrant: LoadedEntrant) => () => unknown): Tasks =>
      Object.fromEntries(contenders.map((entrant) => [entrant.id, task(entrant)]));
    const checks = tasks(
      ({ accepts }) =>
        () =>
          accepts(value),
    );
    const json = () => JSON.parse(text);
    return {
      body: { label, length: text.length },
      parse: paired(
        json,
        tasks(
          ({ parse }) =>
            () =>
              parse(text),
        ),
        effort,
      ),
      check: paired(json, checks, effort),
      checkOverOurs: paired(checks[libraryId]!, checks, effort),
    };
  });
}

/** The median of several processes, as each of them compiles the contenders a little differently. */
export function medianSpeed(runs: Speed[][]): Speed[] {
  const medianCosts = (costs: Record<string, Cost>[]): Record<string, Cost> =>
    Object.fromEntries(
      Object.keys(costs[0]!).map((id) => [
        id,
        { time: median(costs.map((cost) => cost[id]!.time)), ratio: median(costs.map((cost) => cost[id]!.ratio)) },
      ]),
    );
  return runs[0]!.map(({ body }, index) => ({
    body,
    parse: medianCosts(runs.map((run) => run[index]!.parse)),
    check: medianCosts(runs.map((run) => run[index]!.check)),
    checkOverOurs: medianCosts(runs.map((run) => run[index]!.checkOverOurs)),
  }));
}

export interface Flatness {
  label: string;
  bytes: number;
  json: number;
  parse: Cost;
  check: Cost;
}

const flatSizes = {
  "1 kB": 1e3,
  "4 kB": 4e3,
  "16 kB": 16e3,
  "64 kB": 64e3,
  "250 kB": 250e3,
  "1 MB": 1e6,
  "4 MB": 4e6,
  "18 MB": 18e6,
};

/** Nanoseconds per byte of a fact sheet of any size. */
export function measureFlatness(entrants: LoadedEntrant[]): Flatness[] {
  const { parse, accepts } = entrants.find(({ id }) => id === libraryId)!;
  return Object.entries(flatSizes).map(([label, bytes]) => {
    const { text, value } = bodyOf(label, bytes);
    const tasks = { json: () => JSON.parse(text), parse: () => parse(text), check: () => accepts(value) };
    const { json, parse: whole, check } = paired(tasks.json, tasks, effortOf(bytes));
    const perByte = ({ time, ratio }: Cost): Cost => ({ time: time / text.length, ratio });
    return {
      label,
      bytes: text.length,
      json: json!.time / text.length,
      parse: perByte(whole!),
      check: perByte(check!),
    };
  });
}

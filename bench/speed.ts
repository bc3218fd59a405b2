import { factSheet, factSheets, type Load, mixes } from "./bodies.js";
import { baselineId, type LoadedEntrant, libraryId } from "./contenders.js";
import { type Cost, costsAgainst, effortOf, median, type Tasks } from "./timing.js";

export interface Speed {
  label: string;
  /** How many texts there are, and how long they are on average. */
  texts: number;
  length: number;
  /** Text to event, over `JSON.parse`. */
  parse: Record<string, Cost>;
  /** The check alone, over `JSON.parse` of the same bodies. */
  check: Record<string, Cost>;
}

/** All events in turn, and one event alone. */
export interface Speeds {
  mixed: Speed[];
  factSheet: Speed[];
}

export function measureSpeeds(entrants: LoadedEntrant[]): Speeds {
  const measureAll = (loads: Load[]) => loads.map((load) => measureSpeed(entrants, load));
  return { mixed: measureAll(mixes), factSheet: measureAll(factSheets) };
}

function measureSpeed(entrants: LoadedEntrant[], load: Load): Speed {
  const texts = load.texts();
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const contenders = entrants.filter(({ id }) => id !== baselineId);
  const json = each(texts, (text) => JSON.parse(text));
  const measure = (taskOf: (entrant: LoadedEntrant) => () => void) => {
    const tasks: Tasks = Object.fromEntries(contenders.map((entrant) => [entrant.id, taskOf(entrant)]));
    return perText(costsAgainst(json, tasks, effortOf(bytes)), texts.length);
  };
  const parse = measure((entrant) => each(texts, entrant.parse));
  // Parsed here, because large values that are alive slow down every garbage collection.
  const values = texts.map((text): unknown => JSON.parse(text));
  const check = measure((entrant) => each(values, entrant.accepts));
  return { label: load.label, texts: texts.length, length: Math.round(bytes / texts.length), parse, check };
}

function each<Item>(items: Item[], task: (item: Item) => unknown): () => void {
  return () => {
    for (const item of items) task(item);
  };
}

function perText(costs: Record<string, Cost>, texts: number): Record<string, Cost> {
  return Object.fromEntries(Object.entries(costs).map(([id, { time, ratio }]) => [id, { time: time / texts, ratio }]));
}

/** The median of several processes, because each of them compiles the contenders a little differently. */
export function medianSpeeds(runs: Speeds[]): Speeds {
  const medianCosts = (costs: Record<string, Cost>[]): Record<string, Cost> =>
    Object.fromEntries(
      Object.keys(costs[0]!).map((id) => [
        id,
        { time: median(costs.map((cost) => cost[id]!.time)), ratio: median(costs.map((cost) => cost[id]!.ratio)) },
      ]),
    );
  const medianOf = (speeds: Speed[][]): Speed[] =>
    speeds[0]!.map((speed, index) => ({
      ...speed,
      parse: medianCosts(speeds.map((run) => run[index]!.parse)),
      check: medianCosts(speeds.map((run) => run[index]!.check)),
    }));
  return { mixed: medianOf(runs.map(({ mixed }) => mixed)), factSheet: medianOf(runs.map((run) => run.factSheet)) };
}

export interface Flatness {
  label: string;
  json: number;
  parse: Cost;
  check: Cost;
}

const flatSizes = { "8 kB": 8e3, "64 kB": 64e3, "250 kB": 250e3, "1 MB": 1e6, "4 MB": 4e6, "18 MB": 18e6 };

/** Nanoseconds per byte of a fact sheet of any size. */
export function measureFlatness(entrants: LoadedEntrant[]): Flatness[] {
  const { parse, accepts } = entrants.find(({ id }) => id === libraryId)!;
  return Object.entries(flatSizes).map(([label, bytes]) => {
    const text = factSheet(bytes);
    const value: unknown = JSON.parse(text);
    const tasks = { json: () => JSON.parse(text), parse: () => parse(text), check: () => accepts(value) };
    const costs = costsAgainst(tasks.json, tasks, effortOf(bytes));
    const perByte = ({ time, ratio }: Cost): Cost => ({ time: time / text.length, ratio });
    return { label, json: perByte(costs.json!).time, parse: perByte(costs.parse!), check: perByte(costs.check!) };
  });
}

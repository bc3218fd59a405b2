import { exampleOf } from "./bodies.js";
import { baselineId, type LoadedEntrant, libraryId } from "./contenders.js";
import { slowBodies } from "./slow-bodies.js";
import { costsAgainst, effortOf } from "./timing.js";

export interface Refusal {
  label: string;
  /** Characters of the body, and of this library's message. */
  length: number;
  message: number;
  /** Text to error, over `JSON.parse`. */
  ratios: Record<string, number>;
}

export function measureRefusals(entrants: LoadedEntrant[]): Refusal[] {
  const library = entrants.find(({ id }) => id === libraryId)!;
  const others = entrants.filter(({ id }) => id !== libraryId && id !== baselineId);
  // Some compile a schema when its event first comes.
  const valid = ["fact-sheet-updated", "poll-result-created"].map((name) => JSON.stringify(exampleOf(name)));
  for (const { parse } of entrants) for (const text of valid) parse(text);
  return Object.entries(slowBodies).map(([label, body]) => {
    const text = JSON.stringify(body());
    const tasks = { refuse: () => messageOf(library, text) };
    const { time, ratio } = costsAgainst(() => JSON.parse(text), tasks, effortOf(text.length)).refuse!;
    // Once, because some of them take 20 seconds.
    const ratios = others.map((other) => [other.id, timeOf(() => messageOf(other, text)) / (time / ratio)] as const);
    return {
      label,
      length: text.length,
      message: messageOf(library, text).length,
      ratios: { [libraryId]: ratio, ...Object.fromEntries(ratios) },
    };
  });
}

function messageOf({ name, parse }: LoadedEntrant, text: string): string {
  try {
    parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${name} accepts a body that is made to be refused`);
}

function timeOf(task: () => unknown): number {
  const start = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - start);
}

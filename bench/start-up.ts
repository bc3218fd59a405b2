import { factSheet } from "./bodies.js";
import { bareProgram, type LoadedEntrant } from "./contenders.js";
import { runNode } from "./fresh-process.js";
import { median, quick } from "./timing.js";

export interface StartUp {
  unbundled: number;
  bundled: number;
}

/** Milliseconds that a fresh process takes to import and to parse its first body, over a program that does nothing. */
export async function measureStartUp(entrants: LoadedEntrant[]): Promise<Record<string, StartUp>> {
  const bare = await bareProgram();
  const text = factSheet(8e3);
  const over = (program: string) => runNode([program, text]).wall - runNode([bare, text]).wall;
  const samples = entrants.map(({ id, programs }) => ({
    id,
    programs,
    unbundled: [] as number[],
    bundled: [] as number[],
  }));
  for (let round = 0; round < (quick ? 1 : 15); round++) {
    for (const { programs, unbundled, bundled } of samples) {
      unbundled.push(over(programs.unbundled));
      bundled.push(over(programs.bundled));
    }
  }
  return Object.fromEntries(
    samples.map(({ id, unbundled, bundled }) => [id, { unbundled: median(unbundled), bundled: median(bundled) }]),
  );
}

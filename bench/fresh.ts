import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bodyOf, sizes } from "./bodies.js";
import { bareProgram, baselineId, type LoadedEntrant } from "./contenders.js";
import { median } from "./paired.js";

export interface StartUp {
  unbundled: number;
  bundled: number;
}

/** Milliseconds that a fresh process takes to import and to parse its first body, over a program that does nothing. */
export async function measureStartUp(entrants: LoadedEntrant[], rounds: number): Promise<Record<string, StartUp>> {
  const bare = await bareProgram();
  const { text } = bodyOf("8 kB", sizes["8 kB"]);
  const over = (program: string) => run([program, text]).wall - run([bare, text]).wall;
  const samples = Object.fromEntries(
    entrants.map(({ id }) => [id, { unbundled: [] as number[], bundled: [] as number[] }]),
  );
  for (let round = 0; round < rounds; round++) {
    for (const { id, programs } of entrants) {
      samples[id]!.unbundled.push(over(programs.unbundled));
      samples[id]!.bundled.push(over(programs.bundled));
    }
  }
  return mapValues(samples, ({ unbundled, bundled }) => ({ unbundled: median(unbundled), bundled: median(bundled) }));
}

/** Megabytes of a fresh process's peak resident memory at 18 MB, over one that only parses the text. */
export function measureMemory(entrants: LoadedEntrant[], rounds: number): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "body.json");
    writeFileSync(file, bodyOf("18 MB", sizes["18 MB"]).text);
    const peak = ({ module }: LoadedEntrant) =>
      Number(run(["--input-type=module", "--eval", peakProgram(module, file)]).out) / 1024;
    const baseline = entrants.find(({ id }) => id === baselineId)!;
    const samples = Object.fromEntries(entrants.map(({ id }) => [id, [] as number[]]));
    for (let round = 0; round < rounds; round++) {
      const alone = peak(baseline);
      for (const entrant of entrants) samples[entrant.id]!.push(entrant === baseline ? alone : peak(entrant) - alone);
    }
    return mapValues(samples, median);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Prints the process's peak in kilobytes. The event is alive at the end, as it is in a receiver. */
function peakProgram(module: string, file: string): string {
  return `
    import { readFileSync } from "node:fs";
    import { parse } from ${JSON.stringify(pathToFileURL(module).href)};
    const text = readFileSync(${JSON.stringify(file)}, "latin1");
    const event = parse(text);
    console.log(process.resourceUsage().maxRSS);
    globalThis.kept = event;
  `;
}

function run(args: string[]): { wall: number; out: string } {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(stderr);
  return { wall, out: stdout };
}

function mapValues<In, Out>(record: Record<string, In>, map: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

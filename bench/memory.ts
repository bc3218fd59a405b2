import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { factSheet } from "./bodies.js";
import { baselineId, type LoadedEntrant } from "./contenders.js";
import { runNode } from "./fresh-process.js";
import { median, quick } from "./timing.js";

/** Megabytes of a fresh process's peak resident memory at 18 MB, over one that only parses the text. */
export function measureMemory(entrants: LoadedEntrant[]): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "body.json");
    writeFileSync(file, factSheet(18e6));
    const peak = ({ module }: LoadedEntrant) =>
      Number(runNode(["--input-type=module", "--eval", peakProgram(module, file)]).out) / 1024;
    const baseline = entrants.find(({ id }) => id === baselineId)!;
    const samples = entrants.map((entrant) => ({ entrant, peaks: [] as number[] }));
    for (let round = 0; round < (quick ? 1 : 9); round++) {
      const alone = peak(baseline);
      for (const { entrant, peaks } of samples) peaks.push(entrant === baseline ? alone : peak(entrant) - alone);
    }
    return Object.fromEntries(samples.map(({ entrant, peaks }) => [entrant.id, median(peaks)]));
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

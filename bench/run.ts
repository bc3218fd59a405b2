import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { assertAgreement } from "./agree.js";
import { type Bytes, measureBytes } from "./bytes.js";
import { chartOf } from "./chart.js";
import { type LoadedEntrant, libraryId, loadEntrants } from "./contenders.js";
import { elsewhere } from "./elsewhere.js";
import { measureMemory, measureStartUp, type StartUp } from "./fresh.js";
import { quick } from "./quick.js";
import { measureRefusal, type Refusal } from "./refusal.js";
import { reportOf } from "./report.js";
import { type Flatness, measureFlatness, measureSpeed, medianSpeed, type Speed } from "./speed.js";

export interface Results {
  machine: string;
  entrants: LoadedEntrant[];
  speed: Speed[];
  flatness: Flatness[];
  bytes: Bytes[];
  startUp: Record<string, StartUp>;
  memory: Record<string, number>;
  refusal: Record<string, Refusal>;
  /** This library's speed in a process in which every contender has refused bodies. */
  afterRefusals: Speed[];
}

const processes = quick ? [1] : [1, 2, 3];

const entrants = await step("build and load the contenders", loadEntrants);
await step("check that they agree", () => elsewhere("agree-alone.ts"));
const results: Results = {
  machine: machine(),
  entrants,
  startUp: await step("start-up", () => measureStartUp(entrants, quick ? 1 : 15)),
  memory: await step("memory", () => measureMemory(entrants, quick ? 1 : 9)),
  speed: await step("speed", () => medianSpeed(processes.map(() => JSON.parse(elsewhere("speed-alone.ts"))))),
  flatness: await step("cost per byte", () => measureFlatness(entrants)),
  bytes: await step("bytes", () => measureBytes(entrants)),
  refusal: await step("refusal", () => measureRefusal(entrants, quick ? 1 : 2)),
  afterRefusals: await step("speed after refusals", () => {
    assertAgreement(entrants);
    const ours = entrants.filter(({ id }) => id === libraryId);
    return measureSpeed(ours);
  }),
};

const report = reportOf(results);
const chart = chartOf(results);
console.log(report);
if (!quick) {
  writeFileSync(new URL("RESULTS.md", import.meta.url), report);
  writeFileSync(new URL("results.svg", import.meta.url), chart);
}

async function step<Result>(name: string, run: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await run();
  console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

function machine(): string {
  const { model } = cpus()[0] ?? { model: "an unknown processor" };
  return `${model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}

/** Measures everything, prints the report and, unless quick, writes it: `npm run bench`, `npm run bench -- --quick`. */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measureBytes } from "./bytes.js";
import { loadEntrants } from "./contenders.js";
import { inFreshProcess } from "./fresh-process.js";
import { measureMemory } from "./memory.js";
import { reportOf } from "./report.js";
import type { Results } from "./results.js";
import { measureFlatness, medianSpeeds, type Speeds } from "./speed.js";
import { measureStartUp } from "./start-up.js";
import { quick } from "./timing.js";
import { validationChart } from "./validation-chart.js";
import type { Job } from "./worker.js";

const processes = quick ? [1] : [1, 2, 3];

const entrants = await step("build and load the contenders", loadEntrants);
await step("check that they agree", () => inFreshProcess("agree"));
const results: Results = {
  machine: machine(),
  entrants,
  startUp: await step("start-up", () => measureStartUp(entrants)),
  memory: await step("memory", () => measureMemory(entrants)),
  speeds: await step("speed", () => speedsOf("speed")),
  speedsAlone: await step("speed alone", () => speedsOf("speed-alone")),
  speedsAfterRefusals: await step("speed after refusals", () => speedsOf("speed-after-refusals")),
  flatness: await step("cost per byte", () => measureFlatness(entrants)),
  bytes: await step("bytes", () => measureBytes(entrants)),
  refusals: await step("refusals", () => inFreshProcess("refusals")),
};

const report = reportOf(results);
console.log(report);
if (!quick) {
  writeFileSync(new URL("RESULTS.md", import.meta.url), report);
  writeFileSync(new URL("results.svg", import.meta.url), validationChart(results));
}

function speedsOf(job: Extract<Job, `speed${string}`>): Speeds {
  return medianSpeeds(processes.map(() => inFreshProcess(job)));
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

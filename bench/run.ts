import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { assertAgreement } from "./agree.js";
import { type Bytes, measureBytes } from "./bytes.js";
import { chartOf } from "./chart.js";
import { type LoadedEntrant, libraryId, loadEntrants } from "./contenders.js";
import { measureMemory, measureStartUp, type StartUp } from "./fresh.js";
import type { Effort } from "./paired.js";
import { quick } from "./quick.js";
import { measureRefusal, type Refusal } from "./refusal.js";
import { reportOf } from "./report.js";
import { type Flatness, measureFlatness, measureSpeed, type Speed } from "./speed.js";

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

const effortOf = (bytes: number): Effort =>
  quick ? { rounds: 1, batch: 0.1 } : { rounds: bytes > 1e6 ? 9 : bytes > 1e5 ? 25 : 41, batch: 8 };

const entrants = await step("build and load the contenders", loadEntrants);
await step("check that they agree", agreeElsewhere);
const results: Results = {
  machine: machine(),
  entrants,
  startUp: await step("start-up", () => measureStartUp(entrants, quick ? 1 : 15)),
  memory: await step("memory", () => measureMemory(entrants, quick ? 1 : 9)),
  speed: await step("speed", () => measureSpeed(entrants, effortOf)),
  flatness: await step("cost per byte", () => measureFlatness(entrants, effortOf)),
  bytes: await step("bytes", () => measureBytes(entrants, effortOf)),
  refusal: await step("refusal", () => measureRefusal(entrants, quick ? 1 : 2)),
  afterRefusals: await step("speed after refusals", () => {
    assertAgreement(entrants);
    const ours = entrants.filter(({ id }) => id === libraryId);
    return measureSpeed(ours, effortOf);
  }),
};

const report = reportOf(results);
const chart = chartOf(results);
console.log(report);
if (!quick) {
  writeFileSync(new URL("RESULTS.md", import.meta.url), report);
  writeFileSync(new URL("results.svg", import.meta.url), chart);
}

/** In another process: what is timed has then seen nothing but what it is timed on. */
function agreeElsewhere(): void {
  const script = fileURLToPath(new URL("agree-all.ts", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
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

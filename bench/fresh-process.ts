import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job } from "./worker.js";

/** Runs Node, and says what it printed and how many milliseconds it took. */
export function runNode(args: string[]): { out: string; wall: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9 });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return { out: stdout, wall };
}

/** The result of a job, in a process that has seen nothing but what the job shows it. */
export function inFreshProcess<Result>(job: Job): Result {
  const worker = fileURLToPath(new URL("worker.ts", import.meta.url));
  return JSON.parse(runNode(["--import", "tsx", worker, job, ...process.argv.slice(2)]).out);
}

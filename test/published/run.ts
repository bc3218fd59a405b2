import { spawnSync } from "node:child_process";

/** Runs a program and returns what it printed; throws with all of its output where it fails. */
export function run(command: string, args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

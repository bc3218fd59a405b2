import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a script beside this one prints, in a process that has seen nothing but what the script shows it. */
export function elsewhere(script: string): string {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const args = ["--import", "tsx", file, ...process.argv.slice(2)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

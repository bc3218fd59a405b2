/** This folder's packages, with the package itself beside them as it is built. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;

/** Ends with a clear line where there is no registry. */
export function install(): void {
  const args = ["ci", "--loglevel=error", "--no-audit", "--no-fund"];
  const options = { cwd: folder, encoding: "utf8", shell: process.platform === "win32" } as const;
  const { status, stderr } = spawnSync("npm", args, options);
  if (status !== 0) {
    const [code, reason] = stderr.match(/^npm error (?!A complete log).+/gm) ?? [stderr];
    // A lock that does not fit its package.json is a mistake, and no missing registry.
    const isMistake = code?.includes("EUSAGE") ?? false;
    console.log(`${isMistake ? "failed" : "skipped"}: packages not installed: ${code} ${reason ?? ""}`);
    process.exit(isMistake ? 1 : 0);
  }
  const copy = join(folder, "node_modules", "leanix-webhook-events");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const name of ["package.json", "dist", "schemas"]) cpSync(name, join(copy, name), { recursive: true });
}

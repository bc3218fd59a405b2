import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** The folder of the last release, unpacked; undefined if there is none. */
export function lastRelease(name: string): string | undefined {
  const version = lastVersion(name);
  if (version === undefined) return undefined;

  const folder = join(".cache", "released");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", folder]);
  execFileSync("tar", ["-xf", join(folder, `${name}-${version}.tgz`), "-C", folder]);
  return join(folder, "package");
}

function lastVersion(name: string): string | undefined {
  const { stdout } = spawnSync("npm", ["view", name, "version", "--json"], { encoding: "utf8" });
  // npm 12 prints an array.
  const [answer] = [JSON.parse(stdout)].flat() as (string | { error: { code: string; summary: string } })[];
  if (typeof answer === "string") return answer;
  if (answer?.error.code === "E404") return undefined;
  throw new Error(`npm view ${name}: ${answer?.error.summary}`);
}

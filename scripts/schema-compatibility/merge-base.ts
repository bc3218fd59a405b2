import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * The schemas and package.json where this branch left `main`, unpacked; on `main` itself, those of the commit before. Only
 * what is committed: the 2020-12 schema of each event, from which the others follow. Undefined if there is no such commit.
 */
export function mergeBase(): string | undefined {
  const head = git("rev-parse", "HEAD");
  const base = git("merge-base", "HEAD", "origin/main") ?? git("merge-base", "HEAD", "main");
  const commit = base === undefined || base === head ? git("rev-parse", "HEAD^") : base;
  if (commit === undefined) return undefined;

  const folder = join(".cache", "merge-base");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, "archive.tar");
  execFileSync("git", ["archive", "--output", archive, commit, "schemas", "package.json"]);
  execFileSync("tar", ["-xf", archive, "-C", folder]);
  return folder;
}

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

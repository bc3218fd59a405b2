import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What people of other languages need, who have no npm. */
const files = ["schemas", "examples/payloads", "docs/languages.md", "docs/languages", "LICENSE", "CHANGELOG.md"];

/** Writes `<folder>/<name>.tar.gz`, with the files in a folder of that name. Not `.tgz`, as what npm publishes. */
export function writeArchive(folder: string, name: string): string {
  const archive = join(folder, `${name}.tar.gz`);
  const staged = join(folder, name);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  for (const file of files) cpSync(file, join(staged, file), { recursive: true });
  const { status, stderr } = spawnSync("tar", ["-czf", archive, "-C", folder, name], { encoding: "utf8" });
  rmSync(staged, { recursive: true });
  if (status !== 0) throw new Error(`tar: ${stderr}`);
  return archive;
}

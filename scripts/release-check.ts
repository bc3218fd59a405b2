/**
 * All that must hold before a release, beside what `.ci/run` shows. Takes the tag to be released, if it is not that of
 * this commit, and leaves the tarball that it checked, an SBOM and an archive for other languages in .cache/release.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { writeArchive } from "./release-check/archive.js";
import { problemsOf } from "./release-check/problems.js";

const manifest = read("package.json");
const [tag] = process.argv.slice(2);
const tags = tag ? [tag] : print("git", "tag", "--points-at", "HEAD", "--list", "v*").split("\n").filter(Boolean);
const problems = problemsOf({
  manifest,
  lockedVersion: read("package-lock.json").version,
  changelog: readFileSync("CHANGELOG.md", "utf8"),
  tags,
});

problems.push(
  ...failures("npm", "run", "test:published"),
  ...failures("npx", "vitest", "run", "test/budgets.test.ts", "--coverage.enabled=false"),
  ...failures("npm", "run", "schemas:compatible"),
  // All that npm checks but the login.
  ...failures(
    "npm",
    "publish",
    `.cache/release/${manifest.name}-${manifest.version}.tgz`,
    "--dry-run",
    "--access=public",
  ),
);

const sbom = `.cache/release/${manifest.name}-${manifest.version}.cdx.json`;
writeFileSync(sbom, print("npm", "sbom", "--sbom-format=cyclonedx", "--sbom-type=library", "--omit=dev"));
const archive = writeArchive(".cache/release", `${manifest.name}-${manifest.version}-schemas`);
console.log(`written: ${sbom}, ${archive}`);

for (const problem of problems) console.error(problem);
console.log(`${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

function read(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function print(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} ended with ${status}\n${stderr}`);
  return stdout;
}

function failures(command: string, ...args: string[]): string[] {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  return status === 0 ? [] : [`${[command, ...args].join(" ")} failed`];
}

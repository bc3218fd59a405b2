import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { writeArchive } from "../../scripts/release-check/archive.js";
import { problemsOf, type Release } from "../../scripts/release-check/problems.js";
import { temporaryFolder } from "../temporary-folder.js";

const ready: Release = {
  manifest: { version: "1.1.0", repository: "github:owner/repository", bugs: "https://example.com" },
  lockedVersion: "1.1.0",
  changelog: "# Changelog\n\n## [1.1.0] - 2027-01-31\n\n### Added\n\n## [1.0.0] - 2026-12-01\n",
  tags: ["v1.1.0"],
};

test("a release that is ready, tagged or not yet", () => {
  expect(problemsOf(ready)).toEqual([]);
  expect(problemsOf({ ...ready, tags: [] })).toEqual([]);
});

test.each<[Partial<Release>, string]>([
  [{ lockedVersion: "1.0.0" }, "package-lock.json: version is 1.0.0, not 1.1.0"],
  [
    { changelog: "## [1.0.0] - 2026-12-01\n\n## [1.1.0] - 2027-01-31\n" },
    "CHANGELOG.md: the newest heading is of 1.0.0, not of 1.1.0",
  ],
  [{ changelog: "## [1.1.0] - Unreleased\n" }, "CHANGELOG.md: the newest heading says Unreleased, not a date"],
  [{ changelog: "## [1.1.0]\n" }, "CHANGELOG.md: the newest heading says undefined, not a date"],
  [{ tags: ["v1.1.0", "v1.1"] }, "tag v1.1 is not v1.1.0"],
  [{ manifest: { version: "1.1.0", bugs: "x" } }, "package.json: repository is not set"],
  [{ manifest: { version: "1.1.0", repository: "x" } }, "package.json: bugs is not set"],
])("%o is not ready", (change, problem) => {
  expect(problemsOf({ ...ready, ...change })).toEqual([problem]);
});

test("each thing that is wrong is named", () => {
  const manifest = { version: "1.1" };

  expect(problemsOf({ manifest, lockedVersion: "1.0.0", changelog: "", tags: ["v1.1.0"] })).toEqual([
    "package.json: version 1.1 is not a semantic version",
    "package-lock.json: version is 1.0.0, not 1.1",
    "CHANGELOG.md: the newest heading is of undefined, not of 1.1",
    "CHANGELOG.md: the newest heading says undefined, not a date",
    "tag v1.1.0 is not v1.1",
    "package.json: repository is not set",
    "package.json: bugs is not set",
  ]);
});

test("the archive holds the schemas, the examples and the pages of other languages, in a folder", () => {
  const folder = temporaryFolder("release");
  const { stdout } = spawnSync("tar", ["-tzf", writeArchive(folder, "package-1.1.0-schemas")], { encoding: "utf8" });
  const files = stdout.trimEnd().split("\n");
  expect(files.every((file) => file.startsWith("package-1.1.0-schemas/"))).toBe(true);
  const expected = [
    "schemas/draft-07/webhook-payload.json",
    "schemas/openapi.json",
    "examples/payloads/comment-created.json",
  ];
  for (const file of [...expected, "docs/languages/python.md", "docs/languages.md", "LICENSE"])
    expect(files).toContain(`package-1.1.0-schemas/${file}`);
  expect(readdirSync(folder)).toEqual(["package-1.1.0-schemas.tar.gz"]);
});

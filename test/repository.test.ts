/** What GitHub and contributors read, held against what there is. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const { scripts, engines } = JSON.parse(readFileSync("package.json", "utf8"));
const workflows = filesIn(".github/workflows").map((file) => readFileSync(file, "utf8"));
const [ci = ""] = workflows;

describe.each(["CONTRIBUTING.md", "SECURITY.md", ...filesIn(".github")])("%s", (file) => {
  const text = readFileSync(file, "utf8");

  test("names scripts that there are", () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test("names and links files that there are", () => {
    const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.\w+|[\w-]+\.(?:md|json))`/g)].map(([, path]) => path!);
    const linked = [...text.matchAll(/\]\((?!https?:|(?:\.\.\/)+security\/)([^)#]+)/g)].map(([, path]) =>
      join(dirname(file), path!),
    );
    expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([]);
  });
});

test("actions are pinned to a commit, with the version beside it", () => {
  const actions = workflows.flatMap((text) => text.match(/uses: .*/g)!).filter((uses) => !uses.includes("uses: ./"));
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((uses) => !/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
});

test("CI starts with the oldest version of Node that is supported", () => {
  expect(engines.node).toBe(">=20.19");
  expect(ci).toContain('node: ["20.19", 22, 24, 26]');
});

test.skipIf(!existsSync(".git"))("what is generated is marked", () => {
  const generated = [...filesIn("src/generated"), ...filesIn("schemas"), "package-lock.json", "bench/RESULTS.md"];
  const { stdout } = spawnSync("git", ["check-attr", "linguist-generated", ...generated], { encoding: "utf8" });
  expect(stdout.trim().split("\n")).toEqual(generated.map((file) => `${file}: linguist-generated: set`));
});

function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

/** What GitHub and contributors read, held against what there is. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { generatedFiles } from "../scripts/generate/files.js";

const { scripts, engines } = JSON.parse(readFileSync("package.json", "utf8"));
const workflows = filesIn(".github/workflows").map((file) => readFileSync(file, "utf8"));
const ci = readFileSync(".github/workflows/ci.yml", "utf8");

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

test("CONTRIBUTING says what each script is for", () => {
  const table = readFileSync("CONTRIBUTING.md", "utf8")
    .match(/^\| `.+?\|/gm)!
    .join();
  expect(Object.keys(scripts).filter((script) => !table.includes(`\`${script}\``))).toEqual([]);
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

describe.skipIf(!existsSync(".git"))("git", () => {
  const files = generatedFiles();
  const committed = files.filter((file) => file.committed).map(({ path }) => path);
  const built = files.filter((file) => !file.committed).map(({ path }) => path);

  test("folds what is generated, unless a person writes a part of it or reads its diff", () => {
    const measured = ["bench/RECEIVER.md", "bench/receiver.svg", "bench/RESULTS.md", "bench/results.svg"];
    const elsewhere = ["package-lock.json", ...measured];
    const written = [...committed, ...elsewhere, "test/languages/RESULTS.md"];
    const attributes = linesOf(git(["check-attr", "--stdin", "linguist-generated"], written));
    const unmarked = attributes.filter((line) => !line.endsWith(": set")).map((line) => line.split(":")[0]);
    expect(unmarked).toEqual(["package.json", "README.md"]);
  });

  test("ignores what the build writes, and tracks nothing that is ignored", () => {
    expect(linesOf(git(["check-ignore", "--stdin"], built))).toEqual(built);
    expect(git(["ls-files", "--cached", "--ignored", "--exclude-standard"])).toBe("");
  });
});

function git(args: readonly string[], input: readonly string[] = []): string {
  return spawnSync("git", args, { input: input.join("\n"), encoding: "utf8" }).stdout;
}

function linesOf(text: string): string[] {
  return text.trim().split("\n");
}

function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

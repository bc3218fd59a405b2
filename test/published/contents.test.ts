import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import { temporaryFolder } from "../temporary-folder.js";
import { run } from "./run.js";

const consumer = inject("consumer");
const installed = join(consumer, "node_modules", "leanix-webhook-events");
const files = (readdirSync(installed, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => statSync(join(installed, file)).isFile());

const { eventCatalog } = createRequire(join(consumer, "package.json"))("leanix-webhook-events");
const events = Object.keys(eventCatalog).map(kebabCase);
const categories = Object.values(eventCatalog as Record<string, { category: string }>).map((info) => info.category);

const { main, module, types, bin, exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
const targets = [main, module, types, bin, exports]
  .flatMap(stringsIn)
  .filter((target) => !target.includes("*"))
  .map((target) => target.replace(/^\.\//, ""));

describe("the tarball", () => {
  test("holds each file that tarball.txt lists and nothing else", () => {
    const lines = readFileSync("test/published/tarball.txt", "utf8").split("\n");
    const listed = lines.filter((line) => line !== "" && !line.startsWith("#")).flatMap(filesOf);
    expect(distinct(files.map(lineOf))).toEqual(distinct(listed));
  });

  test("has no page with a link that leads nowhere in it", () => {
    const leads = (file: string, link: string) =>
      files.some((one) => `${one}/`.startsWith(join(dirname(file), link, "/")));
    const broken = files
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) =>
        [...readFileSync(join(installed, file), "utf8").matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)/g)]
          .map(([, link]) => link!)
          // What only the repository's own site has.
          .filter((link) => !/^(?:(?:\.\.\/)+security|(?:\.\.\/)?\.github)\//.test(link) && !leads(file, link))
          .map((link) => `${file}: ${link}`),
      );
    expect(broken).toEqual([]);
  });

  test("installs nothing but itself", () => {
    const alone = temporaryFolder("alone");
    run("npm", ["install", "--silent", "--no-audit", "--no-fund", inject("tarball")], alone);
    const packages = readdirSync(join(alone, "node_modules")).filter((name) => !name.startsWith("."));
    expect(packages).toEqual(["leanix-webhook-events"]);
  });

  test("maps no source that it does not hold", () => {
    const mapped = files.filter(
      (file) => file.startsWith("dist/") && readFileSync(join(installed, file), "utf8").includes("sourceMappingURL="),
    );
    expect(mapped).toEqual([]);
  });

  test("publint has no complaint", () => {
    expect(run("npx", ["publint", "run", inject("tarball"), "--strict"])).toContain("All good!");
  });

  test("attw has no complaint", () => {
    // Profile node16 leaves out `node10`, the default below TypeScript 6 with `module: commonjs`: it finds no
    // JSON file there, and typescript.test.ts compiles the rest. The JSON files are found by wildcard, which attw cannot
    // follow; subpaths.test.ts imports each of them.
    // It ends with another status than 0 where it complains.
    run("npx", ["attw", inject("tarball"), "--profile", "node16"]);
  });
});

/** The files that a line of the list stands for. */
function filesOf(line: string): string[] {
  if (line === "<target>") return targets;
  if (line === "<chart>") return files.filter((file) => /^bench\/\w+\.svg$/.test(file));
  if (line.includes("<event>")) return events.map((event) => line.replace("<event>", event));
  if (line.includes("<category>")) return categories.map((category) => line.replace("<category>", category));
  return [line];
}

/** The file as the list says it: without the hash of its text, or the name of the variant. */
function lineOf(file: string): string {
  if (targets.includes(file)) return file;
  return file
    .replace(/^dist\/[\w-]+-[\w-]{8}\./, "dist/<chunk>.")
    .replace(/^examples\/payloads\/[\w-]+\.[\w-]+\.json$/, "examples/payloads/<variant>.json");
}

function distinct(lines: string[]): string[] {
  return [...new Set(lines)].sort();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

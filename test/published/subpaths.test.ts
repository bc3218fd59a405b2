import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes } from "../../src/index.js";
import { run } from "./run.js";

const consumer = inject("consumer");
const installed = join(consumer, "node_modules", "leanix-webhook-events");
const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
  exports: Record<string, unknown>;
};

const categories = [...new Set(Object.values(eventCatalog).map(({ category }) => category))];
const subpaths = Object.keys(exports).flatMap((subpath) => (subpath.includes("*") ? filesOf(subpath) : [subpath]));
const modules = subpaths.filter(
  (subpath) => !subpath.endsWith(".json") && JSON.stringify(exports[subpath]).includes("import"),
);
const jsonFiles = subpaths.filter((subpath) => subpath.endsWith(".json"));

/** The subpaths that stand behind one with a wildcard. */
function filesOf(subpath: string): string[] {
  const [start = "", end = ""] = subpath.split("*");
  return (readdirSync(join(installed, start), { recursive: true }) as string[])
    .map((file) => start + file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(end));
}

function specifier(subpath: string): string {
  return `leanix-webhook-events${subpath.slice(1)}`;
}

/** What a program of the consumer's own prints. */
function print(file: string, source: string): unknown {
  writeFileSync(join(consumer, file), source);
  return JSON.parse(run(process.execPath, ["--disable-warning=ExperimentalWarning", file], consumer));
}

const parseAnExample = `parseWebhookEvent(JSON.stringify(examples.FACT_SHEET_CREATED)).payload.factSheet.displayName`;

describe("every subpath", () => {
  test("is among them, with each event's and each category's schemas", () => {
    for (const folder of ["./schemas/2020-12", "./schemas/draft-07", "./schemas/draft-04"])
      for (const name of [...eventTypes.map(kebabCase), ...categories])
        expect(jsonFiles).toContain(`${folder}/${name}.json`);
    for (const category of categories) expect(modules).toContain(`./${category}`);
    for (const eventType of eventTypes) expect(jsonFiles).toContain(`./examples/payloads/${kebabCase(eventType)}.json`);
  });

  test("is imported by ESM and required by CJS, with the same names", () => {
    const esm = print(
      "modules.mjs",
      `const names = {};
       for (const name of ${JSON.stringify(modules.map(specifier))}) names[name] = Object.keys(await import(name)).sort();
       console.log(JSON.stringify(names));`,
    ) as Record<string, string[]>;
    const cjs = print(
      "modules.cjs",
      `const names = {};
       for (const name of ${JSON.stringify(modules.map(specifier))}) names[name] = Object.keys(require(name)).sort();
       console.log(JSON.stringify(names));`,
    );
    expect(cjs).toEqual(esm);
    for (const names of Object.values(esm)) expect(names.length).toBeGreaterThan(0);
  });

  test("JSON is imported with an attribute and required, and is the file", () => {
    const names = JSON.stringify(jsonFiles.map(specifier));
    const esm = print(
      "json.mjs",
      `const all = {};
       for (const name of ${names}) all[name] = (await import(name, { with: { type: "json" } })).default;
       console.log(JSON.stringify(all));`,
    );
    const cjs = print(
      "json.cjs",
      `const all = {};
       for (const name of ${names}) all[name] = require(name);
       console.log(JSON.stringify(all));`,
    );
    const files = jsonFiles.map(
      (file) => [specifier(file), JSON.parse(readFileSync(join(installed, file), "utf8"))] as const,
    );
    expect(esm).toEqual(Object.fromEntries(files));
    expect(cjs).toEqual(esm);
  });

  test("an example is parsed in ESM and in CJS", () => {
    const esm = print(
      "parse.mjs",
      `import { parseWebhookEvent } from "leanix-webhook-events";
       import { examples } from "leanix-webhook-events/examples";
       console.log(JSON.stringify(${parseAnExample}));`,
    );
    const cjs = print(
      "parse.cjs",
      `const { parseWebhookEvent } = require("leanix-webhook-events");
       const { examples } = require("leanix-webhook-events/examples");
       console.log(JSON.stringify(${parseAnExample}));`,
    );
    const example = JSON.parse(readFileSync(join(installed, "examples/payloads/fact-sheet-created.json"), "utf8"));
    expect(esm).toBe(example.factSheet.displayName);
    expect(cjs).toBe(esm);
  });

  test("the root entry and the examples load no zod", () => {
    const loaded = print(
      "no-zod.cjs",
      `require("leanix-webhook-events");
       require("leanix-webhook-events/examples");
       console.log(JSON.stringify(Object.keys(require.cache)));`,
    ) as string[];
    expect(loaded.filter((file) => /[\\/]zod[\\/]/.test(file))).toEqual([]);
  });
});

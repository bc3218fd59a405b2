import { readFileSync } from "node:fs";
/** What the package costs a consumer's bundle; measured on dist, which `npm test` builds first. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { eventTypes } from "../src/index.js";

/** Bytes, 189 for each event: the names of events and fields are a third of what there is. */
const PARSER_BUDGET = 189 * eventTypes.length;

describe("the bundle of parseWebhookEvent", () => {
  test("stays within its budget, minified and gzipped", async () => {
    const { code } = await bundle(`export { parseWebhookEvent } from "./dist/index.js";`);
    expect(gzip(code)).toBeLessThanOrEqual(PARSER_BUDGET);
  });

  test("contains no zod", async () => {
    const { code, inputs, imports } = await bundle(`export { parseWebhookEvent } from "./dist/index.js";`);
    expect(inputs.filter((input) => input.includes("zod"))).toEqual([]);
    expect(imports).toEqual([]);
    expect(code).not.toMatch(/zod/i);
  });
});

test("handling and receiving add nothing to a bundle that only parses", async () => {
  const { code } = await bundle(`export { parseWebhookEvent } from "./dist/index.js";`);
  const alone = await bundle(`export { parseWebhookEvent } from "./src/parse/parse.ts";`);
  expect(Math.abs(gzip(code) - gzip(alone.code))).toBeLessThanOrEqual(60);
});

test("the receiver adds at most 3,900 bytes to the parser, minified and gzipped, and imports nothing", async () => {
  const parser = await bundle(`export { parseWebhookEvent } from "./dist/index.js";`);
  const receiver = await bundle(
    `export { parseWebhookEvent } from "./dist/index.js";
     export { basicAuth, createReceiver } from "./dist/receiver.js";`,
  );
  expect(gzip(receiver.code) - gzip(parser.code)).toBeLessThanOrEqual(3_900);
  expect(receiver.imports).toEqual([]);
});

describe("the zod schema of one category", () => {
  test("brings no other category's events along", async () => {
    const { code, imports } = await bundle(`export { factSheetTagAddedPayloadSchema } from "./dist/tags.js";`, ["zod"]);
    expect(new Set(imports)).toEqual(new Set(["zod"]));
    const names = code.match(/\b\w+Event\b/g) ?? [];
    expect(names).toContain("FactSheetTagAddedEvent");
    expect(names.filter((name) => !name.startsWith("FactSheetTag"))).toEqual([]);
    expect(code).not.toMatch(/\b(?:POLL_RESULT|CONFIGURATION|AUTOMATION|INTEGRATION_RUN)_/);
  });

  test("brings no JSON Schema along", async () => {
    const { code } = await bundle(`export { factSheetTagAddedPayloadSchema } from "./dist/tags.js";`, ["zod"]);
    expect(code).not.toContain("json-schema.org");
  });
});

test("a type-only import adds 0 bytes", async () => {
  expect(readFileSync("dist/tags.d.ts", "utf8")).toMatch(/\bTagsEvent\b/);
  const without = await bundle("export const type = (event: { type: string }) => event.type;", ["zod"]);
  const withTypes = await bundle(
    `import type { WebhookEvent } from "./dist/index.js";
     import type { TagsEvent } from "./dist/tags.js";
     export const type = (event: WebhookEvent | TagsEvent) => event.type;`,
    ["zod"],
  );
  expect(withTypes.code).toBe(without.code);
});

function gzip(code: string): number {
  return gzipSync(code, { level: 9 }).byteLength;
}

async function bundle(contents: string, external: string[] = []) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    external,
    write: false,
    logLevel: "error",
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return {
    code: outputFiles[0]!.text,
    inputs: Object.keys(metafile.inputs),
    imports: output!.imports.map(({ path }) => path),
  };
}

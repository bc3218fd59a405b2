/** What the package costs a consumer's bundle; measured on dist, which `npm test` builds first. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** Bytes. The aim is 5,000: 1,600 of what there is are the members' names and the names of events. */
const PARSER_BUDGET = 5_600;

describe("the bundle of parseWebhookEvent", () => {
  test("has at most 5,600 bytes, minified and gzipped", async () => {
    const { code } = await bundle(`export { parseWebhookEvent } from "./dist/index.js";`);
    expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThanOrEqual(PARSER_BUDGET);
  });

  test("contains no zod", async () => {
    const { code, inputs, imports } = await bundle(`export { parseWebhookEvent } from "./dist/index.js";`);
    expect(inputs.filter((input) => input.includes("zod"))).toEqual([]);
    expect(imports).toEqual([]);
    expect(code).not.toMatch(/zod/i);
  });
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
  const without = await bundle("export const type = (event: { type: string }) => event.type;", ["zod"]);
  const withTypes = await bundle(
    `import type { WebhookEvent } from "./dist/index.js";
     import type { TagEvent } from "./dist/tags.js";
     export const type = (event: WebhookEvent | TagEvent) => event.type;`,
    ["zod"],
  );
  expect(withTypes.code).toBe(without.code);
});

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

/** The tools that read the OpenAPI and the AsyncAPI document, and the registry that takes JSON Schemas. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { eventTypes } from "leanix-webhook-events";
import { beforeAll, describe, expect, test } from "vitest";

/** A block of a page. */
function block(page: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(readFileSync(page, "utf8"))![1]!;
}

const folder = resolve("test/ecosystem/documents");
const bin = (name: string) => join(folder, "node_modules", name);

/** Runs a program in this folder; gives what it printed. */
function output(command: string, ...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  return error ? error.message : `${stdout}${stderr}`;
}

describe("Modelina", () => {
  const models = join(folder, "models");
  const noJavac = spawnSync("javac", ["-version"]).error !== undefined;
  if (noJavac) console.log("skipped: Modelina's Java models: no javac");

  beforeAll(() => {
    rmSync(models, { recursive: true, force: true });
    expect(output(process.execPath, "--import", import.meta.resolve("tsx"), "snippets/modelina.ts")).toBe("");
  });

  test("its TypeScript compiles, and has the fields by their names", () => {
    const modules = { target: "es2022", module: "esnext", moduleResolution: "bundler" };
    const compilerOptions = { ...modules, strict: true, noEmit: true, types: [] };
    writeFileSync(join(models, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["typescript"] }));
    expect(output(process.execPath, bin("typescript/bin/tsc"), "-p", "models")).toBe("");
    expect(readFileSync(join(models, "typescript/FactSheetViewedPayload.ts"), "utf8")).toContain(
      "'type': 'FactSheetViewedEvent'",
    );
  });

  test.skipIf(noJavac)("its Java compiles", () => {
    const java = "models/java/leanix";
    mkdirSync(join(models, "classes"));
    const files = readdirSync(join(folder, java)).map((file) => `${java}/${file}`);
    expect(files).toContain(`${java}/FactSheetViewedPayload.java`);
    expect(output("javac", "-d", "models/classes", ...files)).toBe("");
  });
});

test("Spectral's rules find no error", () => {
  writeFileSync(join(folder, "snippets/spectral.yaml"), block("docs/ecosystem.md", "yaml"));
  const documents = ["openapi", "asyncapi"].map((name) => `node_modules/leanix-webhook-events/schemas/${name}.json`);
  const options = ["lint", "--ruleset", "snippets/spectral.yaml", "--format", "json", "--quiet"];
  const problems = output(process.execPath, bin("@stoplight/spectral-cli/dist/index.js"), ...options, ...documents);
  const found: { code: string; severity: number }[] = JSON.parse(problems);
  expect(found.filter(({ severity }) => severity === 0)).toEqual([]);
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual([
    "asyncapi-3-tags",
    "asyncapi-info-contact",
    "asyncapi-latest-version",
    "asyncapi-servers",
    "asyncapi-unused-components-schema",
    "info-contact",
    "oas3-api-servers",
  ]);
});

test("Scalar's parser finds nothing wrong", async () => {
  const parser: string = "@scalar/openapi-parser";
  const { validate } = await import(parser);
  const { valid, errors, version } = await validate(readFileSync("schemas/openapi.json", "utf8"));
  expect({ valid, errors, version }).toEqual({ valid: true, errors: [], version: "3.1" });
});

test.skipIf(process.platform === "win32")(
  "EventBridge's registry gets a schema of each event, none above its limit",
  () => {
    const script = `aws() { [ "$2" != create-schema ] || echo "$5 $6 $(wc -m < schema.json | tr -d ' ')"; }\n${block("docs/gateways/eventbridge.md", "sh")}`;
    writeFileSync(join(folder, "snippets/registry.sh"), script);
    const lines = output("sh", "snippets/registry.sh").trimEnd().split("\n");
    rmSync(join(folder, "schema.json"), { force: true });
    expect(lines).toHaveLength(eventTypes.length);
    expect(lines).toContainEqual(expect.stringMatching(/^--schema-name leanix@FACT_SHEET_UPDATED [1-9]\d{4}$/));
    for (const line of lines) expect(Number(line.split(" ")[2])).toBeLessThan(100_000);
  },
);

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { run } from "./run.js";

const installed = join(inject("consumer"), "node_modules", "leanix-webhook-events");
const files = (readdirSync(installed, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => statSync(join(installed, file)).isFile());

describe("the tarball", () => {
  test("holds what is published and nothing else", () => {
    const published =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts)|schemas\/(?:[\w.-]+\/)*[\w.-]+\.(?:json|ya?ml)|examples\/payloads\/[\w.-]+\.json)$/;
    expect(files.filter((file) => !published.test(file))).toEqual([]);
    for (const folder of ["dist/", "schemas/2020-12/", "schemas/draft-07/", "examples/payloads/"]) {
      expect(files.some((file) => file.startsWith(folder))).toBe(true);
    }
  });

  test("holds every file that package.json points to", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    const targets = [manifest.main, manifest.module, manifest.types, ...targetsOf(manifest.exports)] as string[];
    const missing = targets
      .map((target) => target.replace(/^\.\//, ""))
      .filter((target) => !target.includes("*") && !files.includes(target));
    expect(missing).toEqual([]);
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
    // Profile node16 leaves out the resolution of TypeScript 4 (`node10`), which knows no `exports` and so no subpath.
    // The JSON files are found by wildcard, which attw cannot follow; subpaths.test.ts imports each of them.
    // It ends with another status than 0 where it complains.
    run("npx", ["attw", inject("tarball"), "--profile", "node16"]);
  });
});

function targetsOf(exports: unknown): unknown[] {
  return typeof exports === "object" && exports !== null ? Object.values(exports).flatMap(targetsOf) : [exports];
}

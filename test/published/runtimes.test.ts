/** The packed package in every runtime, and without zod in a project of every package manager. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { packageManagers, withoutZod } from "./package-managers.js";
import { runtimes } from "./runtimes.js";

describe.each(runtimes)("$name", ({ name, programs, isMissing = false }) => {
  if (isMissing) console.log(`skipped: ${name} is not on this machine`);

  test.skipIf(isMissing).each(Object.entries(programs))("%s", async (_, start) => {
    expect((await start(inject("consumer"))).trim()).toMatch(/works$/);
  });
});

describe("without zod", () => {
  const root = mkdtempSync(join(tmpdir(), "without-zod-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(packageManagers)("$name $version", (manager) => {
    expect(withoutZod(manager, inject("tarball"), root).trim()).toMatch(/works$/);
  });
});

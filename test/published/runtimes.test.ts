/** The packed package in every runtime, and without zod in a project of every package manager. */
import { afterAll, describe, expect, inject, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { packageManagers, withoutZod } from "./package-managers.js";
import { runtimes } from "./runtimes.js";

describe.each(runtimes)("$name", ({ name, programs, isMissing = false }) => {
  if (isMissing) console.log(`skipped: ${name} is not on this machine`);

  test.skipIf(isMissing).each(Object.entries(programs))("%s", async (_, start) => {
    expect((await start(inject("consumer"))).trim()).toMatch(/works$/);
  });
});

describe("without zod", () => {
  const root = temporaryFolder("without-zod", afterAll);

  test.each(packageManagers)("$name $version", (manager) => {
    expect(withoutZod(manager, inject("tarball"), root).trim()).toMatch(/works$/);
  });
});

/** A project that has zod 3 for itself. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { run } from "./run.js";

const folder = temporaryFolder("zod-3", afterAll);

test("installs, parses, and learns from /zod what to do", () => {
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }');
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", inject("tarball"), "zod@3.25.76"], folder);

  const parse = `import { parseWebhookEvent } from "leanix-webhook-events"; console.log(parseWebhookEvent("{}").type);`;
  expect(run(process.execPath, ["--input-type=module", "-e", parse], folder)).toBe("UNKNOWN\n");
  for (const load of [`await import("leanix-webhook-events/zod")`, `await import("leanix-webhook-events/tags")`]) {
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", load], {
      cwd: folder,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining("zod 4.1.13 or newer: npm install zod@4\n")]);
  }
});

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { run } from "./run.js";

const published = join(inject("consumer"), "node_modules", "leanix-webhook-events", "dist");
const rebuilt = temporaryFolder("rebuilt", afterAll);

test("a second build writes the same bytes, whatever order files are read in", () => {
  const shuffled = `--require ${resolve("test/published/shuffled-reads.cjs")}`;
  run("npx", ["tsup", "--silent", "--out-dir", rebuilt], undefined, {
    ...process.env,
    NODE_OPTIONS: shuffled,
    PREBUILT: "",
  });

  expect(readdirSync(rebuilt).sort()).toEqual(readdirSync(published).sort());
  const different = readdirSync(rebuilt).filter(
    (file) => !readFileSync(join(rebuilt, file)).equals(readFileSync(join(published, file))),
  );
  expect(different).toEqual([]);
});

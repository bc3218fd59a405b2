import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

function demo(...files: string[]) {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/demo.ts", ...files], { encoding: "utf8" });
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("the demo sends every example in three forms, and each verdict is right", { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = demo();

  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(
    /^\d+ deliveries .* of 34 event types: \d+ as expected, 0 wrong$/,
  );
});

test("the demo takes the reader's own body", { timeout: 60_000 }, () => {
  const { status, stdout } = demo("examples/payloads/fact-sheet-viewed.json");

  expect(status).toBe(0);
  expect(stdout).toContain("3 deliveries (1 bare, 1 wrapped, 1 empty) of 1 event types: 3 as expected, 0 wrong");
});

test.each([
  [
    "a malformed event",
    () => file("malformed.json", '{"type":"FactSheetViewedEvent"}'),
    "FACT_SHEET_VIEWED: id: expected integer",
  ],
  ["no JSON", () => file("no-json.json", "{"), "INVALID_JSON"],
  ["a missing file", () => join(folder, "missing.json"), "cannot be read"],
])("the demo explains %s in one line", { timeout: 60_000 }, (_, body, message) => {
  const { status, stderr } = demo(body());

  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

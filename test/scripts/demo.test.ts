import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readExamples } from "../../scripts/examples.js";
import { eventTypes } from "../../src/index.js";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

function demo(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/demo.ts", ...args], {
    encoding: "utf8",
  });
  return { status, stderr, lines: stdout.trimEnd().split("\n") };
}

function file(name: string, bytes: string | Buffer): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

test("the demo prints one line per event type, then the answers to broken bodies", () => {
  const { status, stderr, lines } = demo();

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const events = lines.slice(0, eventTypes.length).map((line) => line.split(" ")[1]);
  expect(new Set(events)).toEqual(new Set(eventTypes));
  const statuses = lines.slice(eventTypes.length, -1).map((line) => line.split(" ")[0]);
  expect(statuses).toEqual(["204", "202", "202", "202"]);
  expect(lines.at(-1)).toMatch(/ deliveries, all answered as expected$/);
});

test("with --all it prints every delivery", () => {
  const { status, lines } = demo("--all");

  expect(status).toBe(0);
  expect(lines).toHaveLength(2 * readExamples(eventTypes).length + 5);
});

test("it delivers files as they are", () => {
  const { status, lines } = demo("examples/payloads/fact-sheet-viewed.json");

  expect(status).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^204 FACT_SHEET_VIEWED /), "1 deliveries, all answered as expected"]);
});

test.each([
  ["a malformed event", () => file("malformed.json", '{"type":"FactSheetViewedEvent"}'), "FACT_SHEET_VIEWED: id: "],
  ["no JSON", () => file("no-json.json", "{"), "expected JSON"],
  ["Latin-1", () => file("latin-1.json", Buffer.from('{"type":"ä"}', "latin1")), "expected UTF-8"],
  ["a missing file", () => join(folder, "missing.json"), "no such file"],
])("%s is one line, and the exit code is 1", (_, body, message) => {
  const { status, stderr, lines } = demo(body());

  expect(status).toBe(1);
  expect([...lines, stderr].join("\n")).toContain(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readExamples } from "../../scripts/examples.js";
import { eventTypes } from "../../src/index.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder("demo", afterAll);

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

test("the demo tells a story in a few rows, then the sum of all deliveries", () => {
  const { status, stderr, lines } = demo();

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const rows = lines.slice(2, 11).map((line) => [line.slice(0, 18).trimEnd(), line.slice(19, 22)]);
  expect(rows).toEqual([
    ["created", "204"],
    ["updated", "204"],
    ["the same again", "204"],
    ["an older one", "204"],
    ["a wrong field", "202"],
    ["not JSON", "202"],
    ["an unknown event", "204"],
    ["without a payload", "204"],
    ["got back", "204"],
  ]);
  const deliveries = 2 * readExamples(eventTypes).length + rows.length;
  expect(lines.at(-1)).toBe(`${deliveries} deliveries, ${eventTypes.length} event types: all answered as expected`);
});

test("with --all it lists every delivery", () => {
  const { status, lines } = demo("--all");

  expect(status).toBe(0);
  const listed = lines.filter((line) => /, (?:bare|wrapped) +204 {2}/.test(line));
  expect(listed).toHaveLength(2 * readExamples(eventTypes).length);
});

test("it delivers files as they are", () => {
  const { status, lines } = demo("examples/payloads/fact-sheet-viewed.json");

  expect(status).toBe(0);
  expect(lines).toEqual([
    expect.stringMatching(/^examples\/payloads\/fact-sheet-viewed\.json 204 {2}FACT_SHEET_VIEWED /),
  ]);
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

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleBody } from "../examples.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

const body = JSON.stringify({ ...exampleBody("fact-sheet-viewed"), channel: "hunter2" });
const next = "next: add --json, read the report, and send it with the form Drift of this project's issues";
const finding = { event: "FACT_SHEET_VIEWED", kind: "UNKNOWN_FIELD", path: "channel", seen: "string", bodies: 2 };

test("the examples have no finding", async () => {
  const { code, output } = await cli(["drift", "examples/payloads"]);

  expect(code).toBe(0);
  expect(output).toMatch(/^0 findings in \d+ bodies\n$/);
  expect(JSON.parse((await cli(["drift", "examples/payloads", "--json"])).output)).toEqual([]);
});

test("findings are merged and printed, without a value", async () => {
  const input = `${body}\n${body}\n{"type":"hunter2"}\n{"type":"NeverSeenEvent"}\n`;

  const { output } = await cli(["drift"], { input });

  expect(lines(output)).toEqual([
    "FACT_SHEET_VIEWED           UNKNOWN_FIELD  channel  string  (2)",
    "UNKNOWN                     UNKNOWN_EVENT  -        object  (1)",
    "UNKNOWN                     UNKNOWN_EVENT  -        object named NeverSeenEvent  (1)",
    "3 findings in 4 bodies",
    next,
  ]);
  expect(JSON.parse((await cli(["drift", "--json"], { input })).output)[0]).toEqual(finding);
});

test("what the issue form asks for is what --json prints", async () => {
  const form = readFileSync(".github/ISSUE_TEMPLATE/drift.yml", "utf8");
  const placeholder = JSON.parse(/placeholder: \|\n((?: {8}.*\n)+)/.exec(form)![1]!) as object[];

  expect(form).toContain("leanix-webhook-events drift --json");
  const [found] = JSON.parse((await cli(["drift", "--json"], { input: body })).output) as object[];
  expect(placeholder.map(Object.keys)).toEqual([Object.keys(found!)]);
});

test("what cannot be read is said, and the rest is read", async () => {
  const folder = folderOf({ "a.json": "{", "b.json": body, "c.json": "", "d.txt": "" });

  const { code, output, errors } = await cli(["drift", folder()]);

  expect(code).toBe(1);
  expect(lines(output)).toEqual([
    expect.stringContaining("channel  string  (1)"),
    "1 finding in 1 body, 2 could not be read, 1 file left out",
    next,
  ]);
  expect(lines(errors)).toEqual([
    `not read: ${folder("a.json")}:1:2: not JSON: close brace expected`,
    `not read: ${folder("c.json")}: empty`,
  ]);
  const json = await cli(["drift", "--json"], { input: `${body}\n{\n` });
  expect([json.code, JSON.parse(json.output).length]).toEqual([1, 1]);
  expect(json.errors).toMatch(/\n1 finding in 1 body, 1 could not be read\n$/);
});

test("only the events that are asked for", async () => {
  const input = `${body}\n{"type":"TodoCreatedEvent"}\n`;

  expect(lines((await cli(["drift", "--event", "UNKNOWN"], { input })).output)).toEqual([
    expect.stringContaining("object named TodoCreatedEvent"),
    "1 finding in 1 body",
    next,
  ]);
});

test("on a terminal a finding is two lines, which fit", async () => {
  const { output } = await cli(["drift"], { input: body, tty: { output: true }, columns: 60 });

  expect(lines(output)).toEqual([
    "FACT_SHEET_VIEWED           UNKNOWN_FIELD  (1 body)",
    "    channel: string",
    "1 finding in 1 body",
    "next:",
    "    add --json, read the report, and send it with the form",
    "    Drift of this project's issues",
  ]);
  const empty = await cli(["drift"], { input: "7", tty: { output: true } });
  expect(lines(empty.output)[1]).toBe("    integer");
});

test("a body that is JSON text of JSON text is the same to drift and to validate", async () => {
  const input = `${JSON.stringify(body)}\n${JSON.stringify({ type: "PullResult", data: { events: [{ event: JSON.stringify(body) }] } })}\n`;

  expect(lines((await cli(["drift"], { input })).output)).toEqual([
    expect.stringMatching(/^UNKNOWN +UNKNOWN_EVENT +- +string {2}\(2\)$/),
    "1 finding in 2 bodies",
    next,
  ]);
  expect((await cli(["validate"], { input })).output).toMatch(/^(?:unknown .*ENCODED_TWICE\n){2}/);
});

test("progress is shown where the work is long, on a terminal alone", async () => {
  async function* slow() {
    for (let times = 0; times < 4; times++) {
      yield Buffer.from(`${body}\n`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  const input = slow() as never;

  const shown = await cli(["drift"], { input, tty: { errors: true } });
  const hidden = await cli(["drift"], { input: slow() as never });

  expect(shown.errors).toMatch(/^(?:\r\d bodies)+\r/);
  expect(shown.errors).toContain("\r\u001b[K");
  expect(hidden.errors).toBe("");
});

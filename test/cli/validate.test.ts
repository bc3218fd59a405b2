import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { sep } from "node:path";
import { expect, test } from "vitest";
import { readBodies, type SourcedBody } from "../../src/cli/input/bodies.js";
import type { Terminal } from "../../src/cli/output/terminal.js";
import { exampleBody, examples } from "../examples.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

const viewed = exampleBody("fact-sheet-viewed");
const broken = { ...viewed, id: "hunter2" };
const text = JSON.stringify(viewed);
const file = folderOf({
  "pretty.json": JSON.stringify(viewed, null, 2),
  "two-documents.json": `${JSON.stringify(viewed, null, 2)}\n\n${JSON.stringify({ text: 'a "quoted\\" ] }' }, null, 2)}\n`,
  "array.json": JSON.stringify([viewed, "{}", 7]),
  "lines.jsonl": `${text}\n\n${text}\r\n${JSON.stringify(broken)}`,
  "bom.json": `\uFEFF${text}\n`,
  "broken.jsonl": `${text}\n{"type":\n${text}\n`,
  "broken-line.json": `${text}\n{"type":"hunter2"\n${text}\n`,
  "cut.json": `{\n  "type": [\n`,
  "wrong.json": `{\n  "type" "x"\n}\n`,
  "utf16.json": Buffer.from(text, "utf16le"),
  "pull.json": JSON.stringify({
    status: "OK",
    type: "PullResult",
    data: { events: [{ event: viewed }, { event: text }, { event: "{" }, 7] },
  }),
  "pulls.json": JSON.stringify([
    { status: "OK", type: "PullResult", data: { events: [{ event: viewed }, { event: viewed }] } },
    { status: "OK", type: "PullResult" },
    { status: "ERROR", type: "PullResult", message: "hunter2", errors: [{ messages: ["hunter2"] }] },
    viewed,
  ]),
  "empty-pull.json": JSON.stringify({ status: "OK", type: "PullResult" }),
  "failure.json": JSON.stringify({ status: "ERROR", type: "Error", message: "hunter2", errors: [] }),
  "status.json": JSON.stringify({ status: "ERROR", text: "of a callback" }),
  "empty.json": "",
  "empty.jsonl": "",
  "number.json": "7",
  "nothing/readme.txt": "",
  "folder/b.json": text,
  "folder/a/c.ndjson": `${text}\n${text}\n`,
  "folder/ignored.txt": "{",
  "recorded/1.json": text,
  "recorded/2.json": `${text.slice(0, -1)}\n`,
  "recorded/3.json": "",
  "recorded/4.json": Uint8Array.of(0x22, 0xff, 0x22),
  "recorded/5.jsonl": `${text}\n{\n${text}\n`,
  "recorded/6.json": JSON.stringify({ status: "ERROR", type: "PullResult" }),
  "recorded/7.json": " \n",
  "recorded/8.json": text,
});

/** The rows of a run: result, event, evidence and form, and where. */
async function rows(...args: string[]): Promise<string[][]> {
  const { output } = await cli(["validate", ...args]);
  return lines(output)
    .slice(0, -1)
    .map((line) => line.split(/ {2,}/));
}

test("every example is fine", async () => {
  const { code, output, errors } = await cli(["validate", "examples/payloads"]);

  expect([code, errors]).toEqual([0, ""]);
  expect(lines(output).at(-1)).toBe(`${examples.length} ok, 0 unknown, 0 refused`);
});

test("a row is the event, its evidence, the form, and the place", async () => {
  expect(await rows(file("pretty.json"))).toEqual([["ok", "FACT_SHEET_VIEWED", "sample", "bare", file("pretty.json")]]);
});

test.each([
  ["two-documents.json", [":ok", ":unknown"]],
  ["array.json", ["[0]:ok", "[1]:unknown", "[2]:unknown"]],
  ["lines.jsonl", [":ok", ":3:ok", ":4:refused"]],
  ["bom.json", [":ok"]],
  ["pull.json", ["[0]:ok", "[1]:ok", "[2]:refused", "[3]:refused"]],
  ["pulls.json", ["[0][0]:ok", "[0][1]:ok", "[2]:refused", "[3]:ok"]],
  ["empty-pull.json", []],
  ["failure.json", [":refused"]],
  ["status.json", [":unknown"]],
  ["empty.jsonl", []],
  ["number.json", [":unknown"]],
])("%s is read", async (name, places) => {
  const path = file(name);
  const json = JSON.parse((await cli(["validate", "--json", path])).output) as { source: string; result: string }[];

  expect(
    json.map(({ source, result }) => `${source.slice(path.length)}:${result}`.replace(/^:\d+:unknown/, ":unknown")),
  ).toEqual(places);
});

test("a folder is read with the folders in it", async () => {
  expect((await rows(file("folder"))).map((row) => row[4])).toEqual([
    file("folder", "a", "c.ndjson"),
    `${file("folder", "a", "c.ndjson")}:2`,
    file("folder", "b.json"),
  ]);
});

test("what cannot be read in a folder is a refused row, and the others are read", async () => {
  const { code, output, errors } = await cli(["validate", file("recorded")]);
  const rows = lines(output).map((line) => line.replace(`${file("recorded")}${sep}`, "").split(/ {2,}/));

  expect([code, errors]).toEqual([1, ""]);
  expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
    ["ok", "1.json"],
    ["refused", "2.json:1: not JSON"],
    ["refused", "3.json: empty"],
    ["refused", "4.json:1: not UTF-8"],
    ["ok", "5.jsonl"],
    ["refused", "5.jsonl:2: not JSON"],
    ["refused", "6.json: an answer with an error"],
    ["refused", "7.json: empty"],
    ["ok", "8.json"],
    ["3 ok, 0 unknown, 6 refused", "3 ok, 0 unknown, 6 refused"],
  ]);
  const json = JSON.parse((await cli(["validate", "--json", file("recorded", "6.json")])).output);
  expect(json).toEqual([
    { source: file("recorded", "6.json"), result: "refused", event: "UNKNOWN", reason: "an answer with an error" },
  ]);
});

test.skipIf(process.platform === "win32")("only regular files of a folder are read, through links, too", async () => {
  const folder = folderOf({ "links/a.json": text, "elsewhere/b.json": text, "pipes/c.txt": "" });
  symlinkSync(folder("elsewhere", "b.json"), folder("links", "b.json"));
  symlinkSync(folder("nowhere.json"), folder("links", "c.json"));
  symlinkSync(folder("elsewhere"), folder("links", "d.json"));
  execFileSync("mkfifo", [folder("links", "e.json"), folder("pipes", "f.json")]);

  const { code, output } = await cli(["validate", folder("links")]);

  expect(code).toBe(1);
  expect(lines(output).map((line) => line.split(/ {2,}/).at(-1))).toEqual([
    folder("links", "a.json"),
    folder("links", "b.json"),
    `${folder("links", "c.json")}: cannot be read (ENOENT)`,
    "2 ok, 0 unknown, 1 refused",
  ]);
  expect((await cli(["validate", folder("pipes")])).errors).toContain("no .json, .jsonl or .ndjson file in it");
});

test("a bug in the middle of a folder is not hidden", async () => {
  async function* broken(): AsyncGenerator<SourcedBody> {
    yield await Promise.reject(new TypeError("a bug"));
  }

  await expect(readBodies([file("folder")], {} as Terminal, broken).next()).rejects.toThrow("a bug");
});

test("standard input is read if no file is given, in chunks of any size", async () => {
  const bytes = Buffer.from(`${text}\n${JSON.stringify({ ...viewed, note: "Größe" })}\n`);
  const input = Array.from(bytes, (byte) => Uint8Array.of(byte));

  const { code, output } = await cli(["validate"], { input });

  expect(code).toBe(0);
  expect(lines(output)).toHaveLength(3);
  expect(output).toContain("  -:2\n");
});

test("a refused body is exit code 1; its values are shown only if asked for", async () => {
  const { code, output } = await cli(["validate", "-"], { input: JSON.stringify(broken) });
  const json = await cli(["validate", "--json"], { input: JSON.stringify({ payload: broken }) });

  expect(code).toBe(1);
  expect(lines(output)[0]).toMatch(
    /^refused {2}FACT_SHEET_VIEWED +sample +bare +-: id: expected integer, received string$/,
  );
  expect(JSON.parse(json.output)).toEqual([
    {
      source: "-",
      result: "refused",
      event: "FACT_SHEET_VIEWED",
      evidence: "sample",
      form: "wrapped",
      path: "id",
      expected: "integer",
      received: "string",
    },
  ]);
  expect(output + json.output).not.toContain("hunter2");
  expect((await cli(["validate", "--values"], { input: JSON.stringify(broken) })).output).toContain(
    'received string "hunter2"',
  );
  expect((await cli(["validate"], { input: "[{}, null, 7]" })).output).toContain("-[0]: EMPTY");
});

test("of what is not JSON within JSON, it is said what came", async () => {
  const { output } = await cli(["validate", file("pull.json")]);

  expect(output).toContain("[2]: body: expected JSON, received 1 characters of something else\n");
});

test("a field that is absent, deep in a body", async () => {
  const body = exampleBody("fact-sheet-created");
  body.factSheet.fields = [{ data: { type: "X" } }];

  expect((await cli(["validate"], { input: JSON.stringify(body) })).output).toContain(
    "factSheet.fields[0].name: expected string, received undefined",
  );
});

test("an unknown event is fine, unless it shall not be", async () => {
  const input = '{"type":"NeverSeenEvent"}';

  expect(await cli(["validate"], { input })).toMatchObject({ code: 0 });
  expect(await cli(["validate", "--fail-unknown"], { input })).toMatchObject({ code: 1 });
  expect((await cli(["validate"], { input })).output).toMatch(/^unknown {2}UNKNOWN +- +bare +-: UNKNOWN_NAME\n/);
  expect((await cli(["validate", "--values"], { input })).output).toContain('UNKNOWN_NAME "NeverSeenEvent"\n');
});

test("an inferred event of another shape says what was expected", async () => {
  const input = JSON.stringify({ type: "RelationArchivedEvent", relationId: 7 });

  const { code, output } = await cli(["validate"], { input });

  expect(code).toBe(0);
  expect(output).toMatch(
    /^unknown {2}RELATION_ARCHIVED +inferred +bare +-: UNEXPECTED_SHAPE: relationId: expected .*string.*, received number\n/,
  );
});

test.each([
  ["broken.jsonl", 2],
  ["broken-line.json", 2],
  ["cut.json", 1],
  ["wrong.json", 1],
])("%s is not JSON, from a line on", async (name, line) => {
  const { code, errors } = await cli(["validate", file(name)]);

  expect([code, errors]).toEqual([2, `error: ${file(name)}:${line}: not JSON\n`]);
  const json = await cli(["validate", "--json", file(name)]);
  expect(() => JSON.parse(json.output)).not.toThrow();
});

test("a file that is empty", async () => {
  expect(await cli(["validate", file("empty.json")])).toEqual({
    code: 2,
    output: "",
    errors: `error: ${file("empty.json")}: empty\n`,
  });
});

test("what is not UTF-8, and a folder without bodies", async () => {
  const bytes = Uint8Array.of(0x22, 0xff, 0x22);

  expect(await cli(["validate"], { input: bytes })).toEqual({ code: 2, output: "", errors: "error: -:1: not UTF-8\n" });
  expect(await cli(["validate", file("utf16.json")])).toMatchObject({ code: 2, output: "" });
  const empty = await cli(["validate", file("nothing")]);
  expect(empty).toMatchObject({
    code: 2,
    errors: `error: ${file("nothing")}: no .json, .jsonl or .ndjson file in it\n`,
  });
});

test("a terminal is not waited for", async () => {
  const { code, errors } = await cli(["validate"], { tty: true });

  expect([code, errors]).toEqual([2, "error: no file given, and standard input is a terminal\n"]);
});

test("colours are for terminals that take them", async () => {
  const coloured = await cli(["validate"], { input: text, tty: { output: true } });
  const plain = await cli(["validate"], { input: text, tty: { output: true }, env: { NO_COLOR: "1" } });

  expect(coloured.output).toContain("\u001b[32mok");
  expect(plain.output).not.toContain("\u001b");
});

test("a value without an end is refused before it fills the memory", async () => {
  const chunk = Buffer.alloc(16 * 1024 * 1024, "x");
  function* endless(start: string, end: string) {
    yield Buffer.from(start);
    for (;;) yield Buffer.concat([chunk, Buffer.from(end)]);
  }

  const oneLine = await cli(["validate"], { input: endless('"', "") });
  const manyLines = await cli(["validate"], { input: endless('{\n"', "\n") });

  expect(oneLine.errors).toMatch(/^error: -:1: a value of more than 256 MB; write one body on each line\n$/);
  expect(manyLines.errors).toMatch(/^error: -:1: a value of more than 256 MB/);
});

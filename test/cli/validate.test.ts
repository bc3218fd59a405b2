import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { sep } from "node:path";
import { expect, test } from "vitest";
import { readBodies } from "../../src/cli/input/bodies.js";
import type { SourcedBody } from "../../src/cli/input/bodies-of.js";
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
  "short-between.json": [viewed, {}, viewed].map((body) => JSON.stringify(body, null, 2)).join("\n"),
  "array.json": JSON.stringify([viewed, "{}", 7]),
  "lines.jsonl": `${text}\n\n${text}\r\n${JSON.stringify(broken)}`,
  "bom.json": `\uFEFF${text}\n`,
  "broken.jsonl": `${text}\n{"type":\n${text}\n`,
  "broken-line.json": `${text}\n{"type":"hunter2"\n${text}\n`,
  "cut.json": `{\n  "type": [\n`,
  "wrong.json": `{\n  "type" "x"\n}\n`,
  "utf16.json": Buffer.from(`\uFEFF${text}\n${text}`, "utf16le"),
  "utf16be.json": Uint8Array.of(0xfe, 0xff, 0, 0x7b),
  "latin1.json": Buffer.from(JSON.stringify({ ...viewed, note: "Größe" }, null, 2), "latin1"),
  "latin1.jsonl": Buffer.from(`${text}\n{"note":"Größe"}\n${text}\n`, "latin1"),
  "cut-line.json": `{"type":\n${text}\n{"a":1}x\n${text}\n`,
  "deep.json": "[".repeat(200_000),
  "bodies.har": JSON.stringify({ log: { version: "1.2", entries: [] } }),
  "server.log": `12:00 POST / ${text}\n12:01 started\n`,
  "bodies.csv": `id,payload\n1,"{""type"":""x""}"\n`,
  "page.html": "<html>\n",
  "words.json": "hello\n",
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
  ["short-between.json", [":ok", ":unknown", ":11:ok"]],
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
    ["refused", `2.json:1:${text.length}: not JSON: close brace expected`],
    ["refused", "3.json: empty"],
    ["refused", "4.json:1: not UTF-8"],
    ["ok", "5.jsonl"],
    ["refused", "5.jsonl:2:2: not JSON: close brace expected"],
    ["ok", "5.jsonl:3"],
    ["refused", "6.json: an answer with an error"],
    ["refused", "7.json: empty"],
    ["ok", "8.json"],
    ["4 ok, 0 unknown, 6 refused", "4 ok, 0 unknown, 6 refused"],
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
    "2 ok, 0 unknown, 1 refused, 2 files left out",
  ]);
  expect((await cli(["validate", folder("pipes")])).output).toMatch(
    /pipes: no \.json, \.jsonl or \.ndjson file in it\n0 ok, 0 unknown, 1 refused, 2 files left out\n$/,
  );
});

test("a bug in the middle of a folder is not hidden", async () => {
  async function* broken(): AsyncGenerator<SourcedBody[]> {
    yield await Promise.reject(new TypeError("a bug"));
  }

  await expect(readBodies([file("folder")], {} as Terminal, () => {}, broken).next()).rejects.toThrow("a bug");
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
  expect((await cli(["validate"], { input })).output).toMatch(
    /^unknown {2}UNKNOWN +- +bare +-: UNKNOWN_NAME "NeverSeenEvent"\n/,
  );
});

test("the name of an unknown event is written if it is formed like the vendor's, or if values are asked for", async () => {
  const input = '{"type":"hunter2"}';

  expect((await cli(["validate"], { input })).output).toMatch(/: UNKNOWN_NAME\n/);
  expect((await cli(["validate", "--json"], { input })).output).not.toContain("hunter2");
  expect((await cli(["validate", "--values"], { input })).output).toContain('UNKNOWN_NAME "hunter2"\n');
});

test("an event inside something else is shown where it is", async () => {
  const input = JSON.stringify({ Records: [{ body: text }] });

  expect((await cli(["validate"], { input })).output).toMatch(/: NESTED at Records\[0\]\.body\n/);
  expect(JSON.parse((await cli(["validate", "--json"], { input })).output)).toMatchObject([
    { result: "unknown", reason: "NESTED", path: "Records[0].body" },
  ]);
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
  ["broken.jsonl", [":ok", ":2:9: not JSON: value expected", ":3:ok"]],
  ["broken-line.json", [":ok", ":2:18: not JSON: close brace expected", ":3:ok"]],
  ["cut.json", [":2:12: not JSON: close bracket expected"]],
  ["cut-line.json", [":1:9: not JSON: value expected", ":2:ok", ":3:8: not JSON: invalid symbol", ":4:ok"]],
  ["wrong.json", [":2:10: not JSON: colon expected"]],
  ["deep.json", [":1: not JSON"]],
  ["latin1.json", [":9: not UTF-8"]],
  ["latin1.jsonl", [":ok", ":2: not UTF-8", ":3:ok"]],
  ["utf16.json", [": UTF-16: save it as UTF-8"]],
  ["utf16be.json", [": UTF-16: save it as UTF-8"]],
  ["empty.json", [": empty"]],
])("what is broken in %s is a refused row, and the rest is read", async (name, expected) => {
  const { code, output, errors } = await cli(["validate", file(name), file("bom.json")]);
  const rows = lines(output).map((line) => line.split(/ {2,}/));

  expect([code, errors]).toEqual([1, ""]);
  expect(rows.pop()![0]).toMatch(/^\d ok, 0 unknown, \d refused$/);
  expect(rows.pop()).toContain(file("bom.json"));
  const places = rows.map(([result, ...row]) => row.at(-1)!.replace(file(name), "") + (result === "ok" ? ":ok" : ""));
  expect(places).toEqual(expected);
});

test("a name that does not exist is found before anything is read", async () => {
  expect(await cli(["validate", file("bom.json"), file("no.json")])).toEqual({
    code: 2,
    output: "",
    errors: `error: ${file("no.json")}: no such file or folder\n`,
  });
});

test("files that a folder leaves out are counted", async () => {
  expect((await cli(["validate", file("folder")])).output).toMatch(/\n3 ok, 0 unknown, 0 refused, 1 file left out\n$/);
});

test.each([
  ["bodies.har", /^.*bodies\.har: a HAR file: .*\n$/],
  ["server.log", /^.*server\.log:1:3: log lines: .*\n$/],
  ["bodies.csv", /^.*bodies\.csv:1:1: a table: .*\n$/],
  ["page.html", /^.*page\.html:1:1: a web page.*\n$/],
  ["broken-line.json", /^$/],
  ["words.json", /^$/],
])("%s gets one line of advice", async (name, advice) => {
  expect((await cli(["validate", file(name)])).errors).toMatch(advice);
  expect((await cli(["drift", file(name)])).errors.replace(/^not read: .*\n/gm, "")).toMatch(advice);
});

test("rows of one line are piped, whatever a body holds", async () => {
  const input = '{"type":"x\\ny"}\n[{"type":"CommentCreatedEvent"}]';

  expect(lines((await cli(["validate", "--values"], { input })).output)).toHaveLength(3);
});

test("only the events that are asked for, and what may be one of them", async () => {
  const comment = JSON.stringify(exampleBody("comment-created"));
  const input = `${text}\n${comment}\n{"type":"TodoCreatedEvent"}\n{\n`;
  const rows = async (...args: string[]) => {
    const { output } = await cli(["validate", ...args], { input });
    return lines(output).map((line) => line.split(/ {2,}/)[1] ?? line);
  };

  expect(await rows("--event", "COMMENT_CREATED")).toEqual([
    "COMMENT_CREATED",
    "UNKNOWN",
    "1 ok, 0 unknown, 1 refused",
  ]);
  expect(await rows("--event", "FactSheetViewedEvent,unknown", "--event=comment-created")).toHaveLength(5);
  expect(await rows("--event", "UNKNOWN")).toEqual(["UNKNOWN", "UNKNOWN", "0 ok, 1 unknown, 1 refused"]);
  expect(await cli(["validate", "--event", "COMMENT_CREATE"], { input })).toEqual({
    code: 2,
    output: "",
    errors: "error: unknown event: COMMENT_CREATE (Did you mean COMMENT_CREATED?)\n",
  });
});

test("only what is refused, with the sum of all", async () => {
  const { output } = await cli(["validate", "--refused", file("lines.jsonl")]);

  expect(lines(output)).toEqual([
    expect.stringMatching(/^refused .*:4: id: expected integer, received string$/),
    "2 ok, 0 unknown, 1 refused",
  ]);
});

test("on a terminal rows fit its columns, with what is wrong below", async () => {
  const deep = { ...exampleBody("fact-sheet-created"), factSheet: 7, note: "x" };
  const input = `${text}\n${JSON.stringify(deep)}\n{"type":"TodoCreatedEvent"}\n`;
  const rows = async (columns: number) =>
    lines((await cli(["validate"], { input, tty: { output: true }, columns, env: { NO_COLOR: "1" } })).output);

  expect(await rows(80)).toEqual([
    "✓ FACT_SHEET_VIEWED           sample    bare     -",
    "✕ FACT_SHEET_CREATED          sample    bare     -:2",
    "    factSheet: expected object, received number",
    "? UNKNOWN                     -         bare     -:3",
    '    UNKNOWN_NAME "TodoCreatedEvent"',
    "1 ok, 1 unknown, 1 refused",
  ]);
  expect(await rows(40)).toEqual([
    "✓ FACT_SHEET_VIEWED           -",
    "✕ FACT_SHEET_CREATED          -:2",
    "    factSheet: expected object, received",
    "    number",
    "? UNKNOWN                     -:3",
    '    UNKNOWN_NAME "TodoCreatedEvent"',
    "1 ok, 1 unknown, 1 refused",
  ]);
  const long = folderOf({ [`${"x".repeat(90)}.json`]: text });
  const { output } = await cli(["validate", long()], { tty: { output: true }, env: { NO_COLOR: "1" } });
  expect(lines(output)[0]).toMatch(/^✓ FACT_SHEET_VIEWED {11}sample {4}bare {5}…x+\.json$/);
  expect(lines(output)[0]).toHaveLength(80);
});

test("a terminal is not waited for", async () => {
  const { code, errors } = await cli(["validate"], { tty: true });

  expect([code, errors]).toEqual([2, "error: no file given, and standard input is a terminal\n"]);
});

test("colours are for terminals that take them", async () => {
  const coloured = await cli(["validate"], { input: text, tty: { output: true } });
  const plain = await cli(["validate"], { input: text, tty: { output: true }, env: { NO_COLOR: "1" } });

  expect(coloured.output).toContain("\u001b[32m✓\u001b[39m FACT_SHEET_VIEWED");
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

  expect(oneLine.output).toMatch(
    / -:1: a value of more than 256 MB; write one body on each line\n0 ok, .* 1 refused\n$/,
  );
  expect(manyLines.output).toMatch(/ -:1: a value of more than 256 MB/);
});

test("what could control a terminal is escaped in JSON, too", async () => {
  const input = '{"type":"\\u009b31mX\\u202e\\udb40\\udc01"}';

  const { output } = await cli(["validate", "--json", "--values"], { input });

  expect(output).toMatch(/^[ -~\n]*$/);
  expect(JSON.parse(output)).toMatchObject([{ name: "\u009b31mX\u202e\u{e0001}" }]);
});

import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exampleBody } from "../examples.js";
import { at, failed, handled, type LogVendor, startLog } from "../log/log-vendor.js";
import { folderOf } from "./folder.js";
import { cli, type Given, lines } from "./run.js";

const viewed = JSON.stringify(exampleBody("fact-sheet-viewed"));
const archived = ` ${JSON.stringify(exampleBody("fact-sheet-archived"))}\n`;
const file = folderOf({ "there.jsonl": "kept" });

let vendor: LogVendor;
beforeEach(async () => {
  vendor = await startLog();
  vendor.rows = [
    handled("e4", 400, { payload: viewed }),
    failed("e3", 300, { payload: "{", success: true, httpStatus: 202, responseBody: "webhook event: body: no" }),
    failed("e1", 151, { payload: archived }),
    failed("e2", 120, { payload: viewed, httpStatus: null, responseBody: null }),
    failed("e1", 101, { payload: archived, responseBody: "down\u001b[2J\u202e\nnow " }),
  ];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await vendor.close();
});

function log(args: string[] = [], given: Given = {}) {
  const env = { LEANIX_API_TOKEN: "s3cret", ...given.env };
  return cli(["log", "--url", vendor.url, "--subscription", "w 1", "--since", "2026-10-31", ...args], {
    ...given,
    env,
  });
}

test("a row for each event that was lost, the oldest first, and the sum", async () => {
  const { code, output, errors } = await log();

  expect([code, errors]).toEqual([0, ""]);
  expect(lines(output)).toEqual([
    `${at(101)}  FACT_SHEET_ARCHIVED         FAILED      2 tries  500, down\\u{1b}[2J\\u{202e}\\nnow`,
    `${at(120)}  FACT_SHEET_VIEWED           FAILED      1 try  no answer`,
    `${at(300)}  UNKNOWN                     REFUSED     1 try  202, webhook event: body: no`,
    "2 failed, 1 refused, 0 suppressed, 0 handled",
  ]);
});

test("a terminal of 80 columns", async () => {
  const { output, errors } = await log([], { tty: true, columns: 80 });

  const plain = stripVTControlCharacters(output);
  expect(lines(plain).slice(0, 2)).toEqual([
    `${at(101)}  FACT_SHEET_ARCHIVED         FAILED      2 tries`,
    "    500, down\\u{1b}[2J\\u{202e}\\nnow",
  ]);
  expect(lines(plain).every((line) => line.length <= 80)).toBe(true);
  expect(output).toContain("\u001b[31mFAILED    \u001b[39m");
  expect(stripVTControlCharacters(errors).trim()).toMatch(/^(?:\d+ deliveries)?$/);
});

test("what is read: --only, --event and --since", async () => {
  const events = async (...args: string[]) => lines((await log(args)).output).map((line) => line.slice(26, 46).trim());

  expect((await events("--only", "events")).slice(0, -1)).toEqual([
    "FACT_SHEET_ARCHIVED",
    "FACT_SHEET_VIEWED",
    "UNKNOWN",
    "FACT_SHEET_VIEWED",
  ]);
  expect(await events("--only", "all")).toHaveLength(6);
  expect((await events("--event", "FACT_SHEET_ARCHIVED")).slice(0, -1)).toEqual(["FACT_SHEET_ARCHIVED", "UNKNOWN"]);
  expect((await events("--since", at(110))).slice(0, -1)).toEqual([
    "FACT_SHEET_VIEWED",
    "FACT_SHEET_ARCHIVED",
    "UNKNOWN",
  ]);
  vi.spyOn(Date, "now").mockReturnValue(Date.parse(at(100 + 3600)));
  expect(await events("--since", "1h")).toHaveLength(4);
  vi.mocked(Date.now).mockReturnValue(Date.parse(at(130 + 86_400)));
  expect((await events("--since", "1d")).slice(0, -1)).toEqual(["FACT_SHEET_ARCHIVED", "UNKNOWN"]);
});

test("--json has the body byte for byte, and neither headers nor the target's query", async () => {
  vendor.rows[4]!.targetUrl = "https://receiver.example/hook?token=secret";
  vendor.rows[3]!.targetUrl = "receiver";

  const { output } = await log(["--json"]);

  const rows = lines(output).map((line) => JSON.parse(line));
  expect(rows.map(({ payload }) => payload)).toEqual([archived, viewed, "{"]);
  expect(rows[0]).toEqual({
    id: vendor.rows[4]!.id,
    eventId: "e1",
    createdAt: at(101),
    verdict: "FAILED",
    tries: 2,
    httpStatus: 500,
    responseBody: "down\u001b[2J\u202e\nnow ",
    targetUrl: "https://receiver.example/hook",
    targetMethod: "POST",
    payload: archived,
  });
  expect(rows[1]).toMatchObject({ httpStatus: null, targetUrl: "" });
  expect(output).not.toContain("\u202e");
});

test("validate and drift read the lines, and a saved answer of the API", async () => {
  const answer = JSON.stringify({ status: "OK", type: "?", total: 9, data: vendor.rows });
  const { output } = await log(["--json"]);

  expect(lines((await cli(["validate", "-"], { input: output })).output)).toEqual([
    expect.stringMatching(/^ok {7}FACT_SHEET_ARCHIVED .* -$/),
    expect.stringMatching(/^ok {7}FACT_SHEET_VIEWED .* -:2$/),
    expect.stringMatching(/^refused {2}UNKNOWN .* -:3: .*expected JSON/),
    expect.stringMatching(/^2 ok, 0 unknown, 1 refused/),
  ]);
  const rows = lines((await cli(["validate", "-"], { input: answer })).output);
  expect(rows[0]).toMatch(/^ok {7}FACT_SHEET_VIEWED .* -\[0\]$/);
  expect(rows).toHaveLength(6);
  const events = JSON.stringify({ data: vendor.rows.filter(({ payload }) => payload !== "{") });
  expect(JSON.parse((await cli(["drift", "--json"], { input: events })).output)).toEqual(
    JSON.parse((await cli(["drift", "--json"], { input: [archived, viewed, viewed, archived].join("\n") })).output),
  );
});

test.each([
  ['{"status":"OK","type":"?","total":0,"data":[]}', /^0 ok, 0 unknown, 0 refused/],
  ['{"id":"d","payload":null,"targetUrl":""}', /^refused .* -: a delivery without a body\n/],
  ['{"data":[{"payload":{"type":"x"},"targetUrl":"u"}]}', /^unknown .* -\[0\]: UNKNOWN_NAME/],
  ['{"data":[{"payload":"{}"}]}', /^unknown .* -: /],
])("a saved answer: %s", async (input, row) => {
  expect((await cli(["validate", "-"], { input })).output).toMatch(row);
});

test("--out writes a new file that only its owner can read", async () => {
  const out = file("out.jsonl");

  const { code, output } = await log(["--out", out]);

  expect([code, output]).toEqual([0, "2 failed, 1 refused, 0 suppressed, 0 handled\n"]);
  expect(lines(readFileSync(out, "utf8")).map((line) => JSON.parse(line).eventId)).toEqual(["e1", "e2", "e3"]);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(await log(["--out", out])).toMatchObject({ code: 2, errors: `error: ${out}: exists already\n` });
  expect(await log(["--out", file("there.jsonl")])).toMatchObject({ code: 2 });
  expect(readFileSync(file("there.jsonl"), "utf8")).toBe("kept");
});

test("what is half written is removed, and a folder that cannot be written to is one line", async () => {
  vendor.onPage = () => (vendor.pages.length > 1 ? { status: 500, body: "" } : undefined);
  const out = file("half.jsonl");
  expect((await log(["--out", out])).code).toBe(1);
  expect(existsSync(out)).toBe(false);

  expect(await log(["--out", file("none/out.jsonl")])).toMatchObject({
    code: 2,
    errors: expect.stringMatching(/^error: ENOENT: no such file or directory, open '.*'\n$/),
  });
});

test.skipIf(!existsSync("/dev/full"))("a full disk", async () => {
  const open = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
  mkdirSync(file("disk"));
  chmodSync(file("disk"), 0o700);
  const handle = await open.open("/dev/full", "w");
  const prototype = Object.getPrototypeOf(handle);
  vi.spyOn(prototype, "appendFile").mockImplementation(() => handle.write("x"));

  const result = await log(["--out", file("disk/out.jsonl")]);
  await handle.close();

  expect(result).toMatchObject({ code: 2, output: "", errors: "error: ENOSPC: no space left on device, write\n" });
  expect(existsSync(file("disk/out.jsonl"))).toBe(false);
});

test("the access token is used if there is no API token, and an empty variable is none", async () => {
  vendor.tokens = ["t0ken"];

  expect((await log([], { env: { LEANIX_API_TOKEN: "", LEANIX_ACCESS_TOKEN: "t0ken\n" } })).code).toBe(0);
  expect(vendor.requests).not.toContain("POST /services/mtm/v1/oauth2/token");
  expect(await log([], { env: { LEANIX_API_TOKEN: " ", LEANIX_ACCESS_TOKEN: "" } })).toMatchObject({
    code: 2,
    errors: "error: set LEANIX_API_TOKEN, or LEANIX_ACCESS_TOKEN\n",
  });
});

const path = "/services/webhooks/v1/subscriptions/w%201/deliveries";

test.each([
  [{ status: 401, body: { message: "expired" } }, `GET ${path}: 401: expired (is the token one of this workspace?)`],
  [{ status: 403, body: "" }, `GET ${path}: 403 (may the token's user read the webhook?)`],
  [{ status: 404, body: "" }, `GET ${path}: 404 (is --subscription the id of a PUSH webhook of this workspace?)`],
  [{ status: 429, headers: { "retry-after": "90" }, body: "" }, `GET ${path}: 429 (try again in 90 s)`],
  [{ body: "<html>" }, `GET ${path}: 200: the answer is not JSON`],
  [{ body: {} }, `GET ${path}: 200: the answer is not a page of the delivery log`],
])("%o is one line and exit code 1", async (answer, message) => {
  vendor.onPage = () => answer;

  expect(await log()).toEqual({ code: 1, output: "", errors: `error: ${message}\n` });
});

test("a wrong API token, a wrong host, a page without end and a row that goes are one line and exit code 1", async () => {
  expect(await log([], { env: { LEANIX_API_TOKEN: "wr0ng" } })).toMatchObject({
    code: 1,
    errors: "error: POST /services/mtm/v1/oauth2/token: 401: Bad credentials (is the token one of this workspace?)\n",
  });
  expect(await log(["--url", "http://127.0.0.1:1"])).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^error: no answer: .+\n$/),
  });
  vendor.onPage = () => {
    if (vendor.pages.length === 3) vendor.rows.length = 2;
    return undefined;
  };
  vi.spyOn(Date, "now").mockReturnValue(Date.parse(at(86_400)));
  expect(await log()).toMatchObject({
    code: 1,
    errors: "error: a delivery has left the log while it was read: read it again\n",
  });
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort(new DOMException("", "TimeoutError")));
  expect(await log()).toMatchObject({
    code: 1,
    errors: "error: a page of the log did not come to its end within 5 minutes\n",
  });
});

test.each([
  [["--url", "http://example.leanix.net"], "url: expected the workspace's host, such as https://example.leanix.net"],
  [["--subscription", ".."], "subscriptionId: expected the id of the webhook"],
])("%s is wrong use", async (args, message) => {
  expect(await log(args)).toEqual({ code: 2, output: "", errors: `error: ${message}\n` });
});

test("a bug is not hidden", async () => {
  const bug = new RangeError("a bug");
  vendor.rows[4]!.targetUrl = "receiver";
  vi.spyOn(URL, "canParse").mockImplementation((url) => {
    if (url === "receiver") throw bug;
    return true;
  });

  await expect(log(["--json"])).rejects.toBe(bug);
});

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { isPath } from "../../src/cli/commands/send.js";
import { parseWebhookEvent } from "../../src/index.js";
import { exampleBody } from "../examples.js";
import { freePort } from "../free-port.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

const viewed = exampleBody("fact-sheet-viewed");
const file = folderOf({
  "bodies.jsonl": '{"a":1}\n{"a":2.0}\r\n',
  "exact.json": `\uFEFF\n{ "id": 9007199254740993,\n\t"n": 1.0, "a": "\\u00e9", "a": 2 }\n\n`,
  "array.json": '[{"a": 1}, "{}", {"a": 2}]',
  "answer.json": JSON.stringify({ data: { events: [{ event: viewed }, { event: '{"a":  1}' }, { event: "{" }] } }),
  "failure.json": JSON.stringify({ status: "ERROR", type: "PullResult" }),
  "large.json": `\n{"a":"${"x".repeat(25_000_000)}"}\n`,
  "empty.json": "",
  "nothing.jsonl": "\n",
  "folder/a.json": ' {"a":1}\n',
  "folder/b.json": "{",
});
let url: string;
let answers: { status: number; body: string }[];
const seen: { request: IncomingMessage; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  seen.push({ request, body });
  const answer = answers.shift() ?? { status: 204, body: "" };
  response.writeHead(answer.status).end(answer.body);
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
  answers = [];
  seen.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => server.close());

test("an example is sent as LeanIX does, and the answer is printed", async () => {
  const { code, output } = await cli(["send", "FACT_SHEET_VIEWED", "--to", url]);

  expect(code).toBe(0);
  expect(output).toMatch(/^FACT_SHEET_VIEWED: 204 No Content \(acknowledged\), \d+ ms\n$/);
  expect(seen[0]!.request).toMatchObject({ method: "POST", url: "/hook", headers: { "user-agent": "Webhooks" } });
  expect(seen[0]!.request.headers.authorization).toBeUndefined();
  expect(JSON.parse(seen[0]!.body)).toEqual(exampleBody("fact-sheet-viewed"));
});

test("a variant, wrapped, twice", async () => {
  await cli(["send", "fact-sheet-created", "--variant", "clone", "--wrapped", "--repeat", "2", "--to", url]);

  const [first, second] = seen.map(({ body }) => body);
  expect(first).toBe(second);
  expect(parseWebhookEvent(first)).toMatchObject({
    type: "FACT_SHEET_CREATED",
    payload: exampleBody("fact-sheet-created.clone"),
    envelope: { tags: ["pathfinder", "FACT_SHEET_CREATED"] },
  });
});

test("the bodies of a file or folder", async () => {
  answers = [
    { status: 500, body: "down\n" },
    { status: 202, body: "" },
  ];

  const { code, output } = await cli(["send", file("bodies.jsonl"), "--to", url]);

  expect(code).toBe(1);
  expect(lines(output)).toEqual([
    expect.stringMatching(/bodies\.jsonl: 500 Internal Server Error \(LeanIX would send it again\), \d+ ms, down$/),
    expect.stringMatching(/bodies\.jsonl:2: 202 Accepted \(not handled, and LeanIX would not send it again\), \d+ ms$/),
    "0 handled, 1 left, 1 to be sent again",
    "to be sent again: LeanIX sends such a delivery again every 50 seconds, and switches the webhook off after ten days; with Ignore errors, it is lost",
  ]);
  expect(seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":2.0}\r']);
  expect((await cli(["send", "examples", "--to", url])).code).toBe(0);
  expect((await cli(["send", "no.json", "--to", url])).errors).toBe("error: no.json: no such file or folder\n");
});

const bodies = () => seen.map(({ body }) => body);

test("a file with one body is sent byte by byte, also from standard input", async () => {
  const bytes = readFileSync(file("exact.json"));

  await cli(["send", file("exact.json"), "--to", url]);
  await cli(["send", "-", "--to", url], { input: [bytes.subarray(0, 9), bytes.subarray(9)] });

  expect(bodies()).toEqual([bytes.toString(), bytes.toString()]);
});

test("a longer body than any is sent all the same", async () => {
  await cli(["send", file("large.json"), "--to", url]);

  expect(bodies()).toEqual([readFileSync(file("large.json"), "utf8").trim()]);
});

test("the items of an array and the events of an answer are sent each on its own", async () => {
  await cli(["send", file("array.json"), "--to", url]);
  await cli(["send", file("answer.json"), "--to", url]);

  expect(bodies()).toEqual(['{"a":1}', '"{}"', '{"a":2}', JSON.stringify(viewed), '{"a":  1}', "{"]);
});

test("text is wrapped as what it holds", async () => {
  await cli(["send", file("answer.json"), "--wrapped", "--to", url]);
  await cli(["send", file("array.json"), "--wrapped", "--to", url]);

  expect(bodies().map((body) => JSON.parse(body).payload)).toEqual([viewed, { a: 1 }, "{", { a: 1 }, "{}", { a: 2 }]);
  expect(JSON.parse(bodies()[0]!).tags).toEqual(["pathfinder", "FACT_SHEET_VIEWED"]);
});

test("only the events that are asked for are sent", async () => {
  const recorded = folderOf({ "a.jsonl": `${JSON.stringify(viewed)}\n{"type":"CommentCreatedEvent"}\n{\n` })("a.jsonl");

  const { code } = await cli(["send", recorded, "--event", "FACT_SHEET_VIEWED", "--to", url]);

  expect([code, bodies()]).toEqual([1, [JSON.stringify(viewed)]]);
  expect((await cli(["send", file("bodies.jsonl"), "--event", "COMMENT_CREATED", "--to", url])).errors).toMatch(
    /^error: .*bodies\.jsonl: no body of these events in it\n$/,
  );
  expect((await cli(["send", "COMMENT_CREATED", "--event", "COMMENT_CREATED", "--to", url])).code).toBe(2);
});

test("what is no body is not sent", async () => {
  const folder = await cli(["send", file("folder"), "--to", url]);
  const failure = await cli(["send", file("failure.json"), "--to", url]);

  expect(folder.code).toBe(1);
  expect(lines(folder.output)[1]).toBe(`${file("folder", "b.json")}:1:2: not sent: not JSON: close brace expected`);
  expect(bodies()).toEqual([' {"a":1}\n']);
  expect(failure).toMatchObject({ code: 1, output: expect.stringMatching(/: not sent: an answer with an error\n$/) });
});

test.each([
  [["nothing.jsonl"], /nothing\.jsonl: no body in it\n$/],
  [["bodies.jsonl", "--variant", "minimal"], /^error: --variant is for the example of an event, not for a file\n$/],
])("%s is wrong use", async ([name, ...args], message) => {
  const { code, output, errors } = await cli(["send", file(name!), ...args, "--to", url]);

  expect([code, output]).toEqual([2, ""]);
  expect(errors).toMatch(message);
});

test("an answer is printed on one line, and controls no terminal", async () => {
  answers = [{ status: 200, body: "\u001b[2J one\r\n\ttwo \u202e" }];

  const { output } = await cli(["send", "COMMENT_CREATED", "--to", url]);

  expect(output).toMatch(/ ms, \\u\{1b\}\[2J one\\r\\n\\ttwo \\u\{202e\}\n$/);
});

test("on a terminal a row that is too long continues below", async () => {
  answers = [{ status: 400, body: "x ".repeat(40) }];

  const { output } = await cli(["send", "COMMENT_CREATED", "--to", url], { tty: { output: true }, columns: 60 });

  for (const line of lines(output)) expect(line.length).toBeLessThanOrEqual(60);
  expect(lines(output)[0]).toBe("COMMENT_CREATED:");
  expect(lines(output)[1]).toMatch(/^ {4}400 Bad Request \(LeanIX would send it again\), \d+ ms, x/);
});

test("of an answer that is long, the beginning is printed", async () => {
  answers = [{ status: 200, body: "x".repeat(600) }];

  expect((await cli(["send", "COMMENT_CREATED", "--to", url])).output).toMatch(/ ms, x{500}\n$/);
});

test("an answer that does not come is given up", async () => {
  vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort(new DOMException("", "TimeoutError")));

  const { code, output } = await cli(["send", "COMMENT_CREATED", "--to", url]);

  expect([code, lines(output)[0]]).toEqual([1, "COMMENT_CREATED: no answer within 30 s (LeanIX would send it again)"]);
  expect(AbortSignal.timeout).toHaveBeenCalledWith(30_000);
});

test.each(["C:\\bodies\\body.json", ".\\recorded", "\\\\server\\share", "recorded/", "a.jsonl", "src", "-"])(
  "%s is a path",
  (what) => expect(isPath(what)).toBe(true),
);

test.each(["FACT_SHEET_CREATED", "fact-sheet-created", "FactSheetCreatedEvent", "FACT_SHEET_CREATD"])(
  "%s is no path",
  (what) => expect(isPath(what)).toBe(false),
);

test("a redirect is not followed", async () => {
  answers = [{ status: 302, body: "" }];

  expect((await cli(["send", "COMMENT_CREATED", "--to", url])).code).toBe(1);
  expect(seen).toHaveLength(1);
});

test("the secret is read from the environment first", async () => {
  const args = ["send", "COMMENT_CREATED", "--authorization", "argument", "--to", url];

  await cli(args);
  await cli(args, { env: { LEANIX_AUTHORIZATION: "environment" } });

  await cli(args, { env: { LEANIX_AUTHORIZATION: " environment\n" } });
  await cli(args, { env: { LEANIX_AUTHORIZATION: "" } });

  expect(seen.map(({ request }) => request.headers.authorization)).toEqual([
    "argument",
    "environment",
    "environment",
    "argument",
  ]);
});

test("no answer", async () => {
  const { code, output, errors } = await cli([
    "send",
    "COMMENT_CREATED",
    "--to",
    `http://127.0.0.1:${await freePort()}/`,
  ]);

  expect([code, errors]).toEqual([1, ""]);
  expect(output).toMatch(/^COMMENT_CREATED: no answer: nothing listens there \(LeanIX would send it again\)\n/);
  const blocked = await cli(["send", "COMMENT_CREATED", "--to", "http://127.0.0.1:1/"]);
  expect(blocked.output).toMatch(/^COMMENT_CREATED: no answer: \S/);
  const nowhere = await cli(["send", "COMMENT_CREATED", "--to", "http://nowhere.invalid/"]);
  expect(nowhere.output).toMatch(/^COMMENT_CREATED: no answer: (?:there is no such host|E[A-Z_]+) /);
  const oldTls = await cli(["send", "COMMENT_CREATED", "--to", url.replace("http:", "https:")]);
  expect(oldTls).toMatchObject({ code: 1 });
});

test("a secret that no header can hold is refused, and not shown", async () => {
  const { code, output, errors } = await cli(["send", "COMMENT_CREATED", "--to", url, "--authorization", "hunter\n2"]);

  expect([code, output]).toEqual([2, ""]);
  expect(errors).toBe(
    "error: the Authorization header is not printable ASCII, or the text of a variable that is not set\n",
  );
});

test("a replay in order, at a rate, with the sum", async () => {
  answers = [204, 202, 503, 204].map((status) => ({ status, body: "" }));
  const payloads = ['{ "a":1 }\n', "{", " {}", "7"];
  const input = payloads
    .map((payload, index) => JSON.stringify({ id: `d${index}`, payload, targetUrl: "", targetMethod: "POST" }))
    .concat('{"id":"d9","payload":null,"targetUrl":""}')
    .join("\n");
  const started = performance.now();

  const { code, output } = await cli(["send", "-", "--to", url, "--rate", "20"], { input });

  expect(performance.now() - started).toBeGreaterThan(180);
  expect([code, bodies()]).toEqual([1, payloads]);
  expect(lines(output).slice(4, 6)).toEqual([
    "-:5: not sent: a delivery without a body",
    "2 handled, 2 left, 1 to be sent again",
  ]);
  answers = [
    { status: 200, body: "" },
    { status: 204, body: "" },
  ];
  expect((await cli(["send", "-", "--to", url], { input: "{}\n{}" })).code).toBe(0);
  expect(await cli(["send", "-", "--to", url], { input: "" })).toEqual({
    code: 0,
    output: "0 handled, 0 left, 0 to be sent again\n",
    errors: "",
  });
  answers = [{ status: 202, body: "" }];
  expect((await cli(["send", "COMMENT_CREATED", "--to", url])).code).toBe(1);
});

import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type RedeliverOptions, type RedeliveryTarget, redeliver } from "../../src/log.js";
import { createReceiver } from "../../src/receiver.js";
import { exampleBody } from "../examples.js";

let url: string;
let answerTo: RequestListener;
const seen: { request: IncomingMessage; body: string }[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  seen.push({ request, body: Buffer.concat(chunks).toString() });
  answerTo(request, response);
});

beforeEach(async () => {
  seen.length = 0;
  answerTo = (_request, response) => response.writeHead(204).end();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=b`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

async function all(bodies: string[], target: RedeliveryTarget, options?: RedeliverOptions) {
  const redeliveries = [];
  for await (const redelivery of redeliver(
    bodies.map((body) => ({ body })),
    target,
    options,
  ))
    redeliveries.push(redelivery);
  return redeliveries;
}

const viewed = JSON.stringify(exampleBody("fact-sheet-viewed"));

test("a body is sent byte for byte, as LeanIX does", async () => {
  const body = `\uFEFF\n{ "id": 9007199254740993,\n\t"n": 1.0, "a": "\\u00e9", "é": 2 }\n\n`;

  expect(await all([body], url, { authorization: "Basic c2VjcmV0" })).toEqual([
    { delivery: { body }, outcome: "HANDLED", status: 204, answer: "" },
  ]);
  expect(seen[0]!.body).toBe(body);
  expect(seen[0]!.request).toMatchObject({
    method: "POST",
    url: "/hook?a=b",
    headers: { "content-type": "application/json", "user-agent": "Webhooks", authorization: "Basic c2VjcmV0" },
  });
  await all(["{}"], new URL(url));
  expect(seen[1]!.request.headers.authorization).toBeUndefined();
});

test("what a receiver's fetch makes of each delivery", async () => {
  const { fetch } = createReceiver({
    authorization: { header: "secret" },
    handle: ({ type }) => type === "UNKNOWN" && Promise.reject(new Error("down")),
    onInvalid: () => {},
    onError: () => {},
  });

  const bodies = [viewed, "{", '{"type":"x"}', viewed];
  expect(await all(bodies, fetch, { authorization: "secret" })).toMatchObject([
    { outcome: "HANDLED", status: 204 },
    {
      outcome: "REFUSED",
      status: 202,
      answer: "webhook event: body: expected JSON, received 1 characters of something else",
    },
    { outcome: "FAILED", status: 500 },
    { outcome: "HANDLED", status: 204 },
  ]);
  expect(await all([viewed], fetch)).toMatchObject([{ outcome: "FAILED", status: 401 }]);
});

test("an answer is one line", async () => {
  answerTo = (_request, response) => response.writeHead(500).end(` \u001b[2Jone\ntwo\u202e${"x".repeat(1000)}`);

  const answer = (await all(["{}"], url))[0]?.answer;

  expect(answer).toMatch(/^ \[2Jone two x+…$/);
  expect(answer).toHaveLength(500);
});

test("a redirect is not followed, and an answer that breaks off has a status", async () => {
  answerTo = (_request, response) => response.writeHead(302, { location: "/elsewhere" }).end();
  expect(await all(["{}"], url)).toMatchObject([{ outcome: "FAILED", status: 302 }]);
  expect(seen).toHaveLength(1);

  answerTo = (_request, response) => {
    response.writeHead(200, { "content-length": 10 }).write("a");
    setTimeout(() => response.destroy(), 20);
  };
  expect(await all(["{}"], url)).toMatchObject([{ outcome: "HANDLED", status: 200, answer: "" }]);

  const endless = () => new Response("", { headers: { "content-length": "134217729" } });
  expect(await all(["{}"], endless)).toMatchObject([{ outcome: "HANDLED", answer: "" }]);
});

test("a receiver that does not answer, or throws, fails, and the next is sent", async () => {
  const error = new Error("no database");
  let calls = 0;
  const throwing = () => {
    if (calls++ === 0) throw error;
    return new Response(null, { status: 204 });
  };

  expect(await all(["{}", "{}"], throwing)).toEqual([
    { delivery: { body: "{}" }, outcome: "FAILED", status: undefined, answer: "", error },
    { delivery: { body: "{}" }, outcome: "HANDLED", status: 204, answer: "" },
  ]);
  expect(await all(["{}"], "http://127.0.0.1:1")).toMatchObject([{ outcome: "FAILED", error: expect.any(TypeError) }]);

  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort(new DOMException("", "TimeoutError")));
  expect(await all(["{}"], url)).toMatchObject([{ outcome: "FAILED", error: { name: "TimeoutError" } }]);
  expect(AbortSignal.timeout).toHaveBeenCalledWith(30_000);
});

test("the signal ends it between deliveries and while one is made", async () => {
  const between = new AbortController();
  let calls = 0;
  const aborting = () => {
    if (++calls === 2) between.abort();
    return new Response(null, { status: 204 });
  };
  const made = await all(["1", "2", "3"], aborting, { signal: between.signal });
  expect(made.map(({ delivery }) => delivery.body)).toEqual(["1", "2"]);
  expect(calls).toBe(2);

  const during = new AbortController();
  answerTo = () => during.abort();
  expect(await all(["1", "2"], url, { signal: during.signal })).toEqual([]);
});

test.each(["ftp://example.com", "example.com", "", "http://user:password@example.com"])("%o is no target", (target) => {
  expect(() => redeliver([], target)).toThrow(
    new TypeError("target: expected a URL such as http://localhost:3000/, or a receiver's fetch"),
  );
});

test.each(["", "hunter\n2", "ü"])("%o is no Authorization header, and is not shown", (authorization) => {
  expect(() => redeliver([], url, { authorization })).toThrow(new TypeError("authorization: expected printable ASCII"));
});

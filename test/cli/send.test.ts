import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { parseWebhookEvent } from "../../src/index.js";
import { exampleBody } from "../examples.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

const file = folderOf({ "bodies.jsonl": '{"a":1}\n{"a":2}\n' });
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
afterAll(() => server.close());

test("an example is sent as LeanIX does, and the answer is printed", async () => {
  const { code, output } = await cli(["send", "FACT_SHEET_VIEWED", "--to", url]);

  expect(code).toBe(0);
  expect(output).toMatch(/^FACT_SHEET_VIEWED: 204 No Content, \d+ ms\n$/);
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
  expect(lines(output)[0]).toMatch(/bodies\.jsonl: 500 Internal Server Error, \d+ ms, down$/);
  expect(lines(output)[1]).toMatch(/bodies\.jsonl:2: 202 Accepted, \d+ ms$/);
  expect(seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":2}']);
  expect((await cli(["send", "examples", "--to", url])).code).toBe(0);
  expect((await cli(["send", "no.json", "--to", url])).errors).toBe("error: no.json: no such file or folder\n");
});

test("a redirect is not followed", async () => {
  answers = [{ status: 302, body: "" }];

  expect((await cli(["send", "COMMENT_CREATED", "--to", url])).code).toBe(1);
  expect(seen).toHaveLength(1);
});

test("the secret is read from the environment first", async () => {
  const args = ["send", "COMMENT_CREATED", "--authorization", "argument", "--to", url];

  await cli(args);
  await cli(args, { env: { LEANIX_AUTHORIZATION: "environment" } });

  expect(seen.map(({ request }) => request.headers.authorization)).toEqual(["argument", "environment"]);
});

test("no answer", async () => {
  const { code, output, errors } = await cli(["send", "COMMENT_CREATED", "--to", "http://127.0.0.1:1/"]);

  expect([code, errors]).toEqual([1, ""]);
  expect(output).toMatch(/^COMMENT_CREATED: no answer: \S/);
  const oldTls = await cli(["send", "COMMENT_CREATED", "--to", url.replace("http:", "https:")]);
  expect(oldTls).toMatchObject({ code: 1 });
});

test("a secret that no header can hold is refused, and not shown", async () => {
  const { code, output, errors } = await cli(["send", "COMMENT_CREATED", "--to", url, "--authorization", "hunter\n2"]);

  expect([code, output]).toEqual([2, ""]);
  expect(errors).toBe("error: the Authorization header holds a character that is not printable ASCII\n");
});

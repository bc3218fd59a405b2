/** What each face reads of its runtime's request, and how it answers. */
import { PassThrough } from "node:stream";
import { describe, expect, test, vi } from "vitest";
import type { WebhookEvent } from "../../src/index.js";
import { createReceiver, type LambdaEvent } from "../../src/receiver.js";
import { exampleBody } from "../examples.js";

type Body = ConstructorParameters<typeof Response>[0];

const good = JSON.stringify(exampleBody("fact-sheet-viewed"));
const handle = vi.fn<(event: WebhookEvent, context: unknown) => unknown>();
const authorization = { header: "secret" };
const { fetch, node, lambda, azure } = createReceiver({ authorization, handle, maxBytes: 10_000, onInvalid: () => {} });

const post = (body: Body) =>
  new Request("http://localhost/", {
    method: "POST",
    headers: { authorization: "secret" },
    body,
    duplex: "half",
  } as RequestInit);

describe("fetch", () => {
  test("says that the body was read before, and takes it for no event", async () => {
    const used = post(good);
    await used.text();
    const locked = post(good);
    locked.body!.getReader();
    for (const request of [used, locked]) {
      const response = await fetch(request);
      expect(response.status).toBe(500);
      expect(await response.text()).toContain("pass new Request(");
    }
  });

  test("answers 500 to a body that breaks off", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    expect((await fetch(post(broken))).status).toBe(500);
  });

  test("answers 500 to a body that was cut, and does not count a compressed one", async () => {
    const announced = (headers: object) =>
      new Request(post(good), {
        headers: { authorization: "secret", "content-length": String(good.length + 1), ...headers },
      });
    expect((await fetch(announced({}))).status).toBe(500);
    expect((await fetch(announced({ "content-encoding": "gzip" }))).status).toBe(204);
  });

  test("does not wait for a stream that will not be cancelled", async () => {
    const stubborn = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(9_000)),
      cancel: () => Promise.reject(new Error("never")),
    });
    expect((await fetch(post(stubborn))).status).toBe(413);
  });
});

test("no face rejects, whatever the request does", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const throws = () => {
    throw new Error("not readable");
  };
  const hostile = Object.defineProperties(
    {},
    {
      method: { get: throws },
      httpMethod: { get: throws },
      headers: { get: throws },
    },
  );
  const strings = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(good);
      controller.close();
    },
  });
  const readable = { ...message().headers, method: "POST", bodyUsed: false };
  expect((await fetch(hostile as Request)).status).toBe(500);
  expect((await azure(hostile as Request)).status).toBe(500);
  expect((await lambda(undefined as unknown as LambdaEvent)).statusCode).toBe(405);
  expect((await lambda(null as unknown as LambdaEvent)).statusCode).toBe(405);
  expect((await lambda(hostile as LambdaEvent)).statusCode).toBe(500);
  expect((await fetch({ ...readable, headers: post(null).headers, body: strings })).status).toBe(204);
  const lazy = Object.defineProperty(await consumed({}), "body", { get: throws });
  expect((await answerTo(lazy)).status).toBe(500);
  expect(error).toHaveBeenCalled();
  error.mockRestore();
});

describe("azure", () => {
  test("answers with what a function returns", async () => {
    expect(await azure(post(good))).toEqual({ status: 204, headers: {}, body: undefined });
    expect(await azure(post("{"))).toEqual({
      status: 202,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: expect.stringContaining("expected JSON"),
    });
  });
});

function message(fields: object = {}) {
  const stream = new PassThrough();
  const headers = { authorization: "secret", "content-length": String(good.length) };
  return Object.assign(stream, { method: "POST", headers, ...fields });
}

async function answerTo(request: ReturnType<typeof message>, response: object = {}) {
  const writeHead = vi.fn();
  const end = vi.fn();
  await node(request, { headersSent: false, writableEnded: false, writeHead, end, destroy: vi.fn(), ...response });
  return { status: writeHead.mock.calls[0]?.[0], text: end.mock.calls[0]?.[0], ended: end.mock.calls.length };
}

/** Does something to a request as soon as the receiver listens to it, and so at no other time on a busy machine. */
function whenRead(request: ReturnType<typeof message>, act: (request: PassThrough) => unknown) {
  return request.on("newListener", (event) => event === "close" && queueMicrotask(() => act(request)));
}

async function consumed(fields: object) {
  const request = message(fields);
  request.end(good);
  for await (const _ of request);
  return request;
}

describe("node", () => {
  test("reads the stream, whatever a parser left beside it", async () => {
    const request = message({ body: {} });
    request.write(good.slice(0, 9));
    setTimeout(() => request.end(good.slice(9)), 5);
    expect(await answerTo(request)).toEqual({ status: 204, text: undefined, ended: 1 });
    expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");
  });

  test("reads a stream that was paused, and one whose chunks are text", async () => {
    const paused = message();
    paused.pause();
    const text = message().setEncoding("utf8");
    for (const request of [paused, text]) {
      request.end(good);
      expect((await answerTo(request)).status).toBe(204);
      expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");
    }
  });

  test("waits for the end of a body that somebody else has begun to read", async () => {
    const request = message({ rawBody: "" });
    request.on("data", (chunk) => {
      Object.assign(request, { rawBody: (request as unknown as { rawBody: string }).rawBody + chunk });
    });
    request.write(good.slice(0, 9));
    await new Promise(setImmediate);
    setTimeout(() => request.end(good.slice(9)), 5);
    expect((await answerTo(request)).status).toBe(204);
    expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");

    const broken = message();
    broken.resume().write(good.slice(0, 9));
    await new Promise(setImmediate);
    setTimeout(() => broken.destroy(), 5);
    expect((await answerTo(broken)).status).toBe(500);
    expect((await answerTo(broken)).status).toBe(500);
  });

  test("takes the body of a request that is no stream", async () => {
    const request = { method: "POST", headers: { authorization: "secret" }, body: JSON.parse(good) };
    expect((await answerTo(request as unknown as ReturnType<typeof message>)).status).toBe(204);
  });

  test.each([
    ["a parsed value", { body: JSON.parse(good) }],
    ["text", { body: good }],
    ["bytes", { body: Buffer.from(good) }],
    ["raw bytes beside a value of another form", { rawBody: Buffer.from(good), body: [1] }],
    ["a parsed value beside raw bytes that nobody kept", { rawBody: "", body: JSON.parse(good) }],
    ["a parsed value beside something else that is called rawBody", { rawBody: true, body: JSON.parse(good) }],
  ])("takes %s that a parser has read", async (_, fields) => {
    handle.mockClear();
    expect(await answerTo(await consumed(fields))).toEqual({ status: 204, text: undefined, ended: 1 });
    expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");
  });

  test("takes an empty object for the event of NO_PAYLOAD, if that is what came", async () => {
    const headers = { authorization: "secret", "content-length": "2" };
    expect((await answerTo(await consumed({ headers, body: {} }))).status).toBe(204);
    expect(handle.mock.lastCall![0]).toEqual({ type: "UNKNOWN", reason: "EMPTY", payload: {} });
  });

  test("takes no body at all for what it is, if a parser has read it", async () => {
    const request = message({ headers: { authorization: "secret", "content-length": "0" }, body: {} });
    request.resume().end();
    await new Promise((resolve) => request.once("end", resolve));
    expect((await answerTo(request)).status).toBe(500);
  });

  test("says that the body was read and is gone", async () => {
    handle.mockClear();
    for (const fields of [{}, { body: null }, { body: {} }, { body: "" }, { body: false }, { rawBody: [good] }])
      expect(await answerTo(await consumed(fields))).toEqual({
        status: 500,
        text: expect.stringContaining("mount the receiver before its parser"),
        ended: 1,
      });
    expect(handle).not.toHaveBeenCalled();
  });

  test("answers 413 at once, and lets the rest go by", async () => {
    const request = message();
    request.write(Buffer.alloc(10_001, " "));
    expect((await answerTo(request)).status).toBe(413);
    request.end(Buffer.alloc(10_001, " "));
    await new Promise((resolve) => request.once("end", resolve));
  });

  test("ends when the connection does", async () => {
    const gone = message();
    gone.destroy();
    const resets = whenRead(message(), (request) => request.emit("error", new Error("reset")));
    const closes = whenRead(message(), (request) => request.destroy());
    for (const request of [gone, resets, closes]) expect((await answerTo(request)).status).toBe(500);
  });

  test("leaves a response alone that the handler has ended, and ends one that it has begun", async () => {
    for (const writableEnded of [true, false]) {
      const request = message();
      request.end(good);
      const ended = writableEnded ? 0 : 1;
      expect(await answerTo(request, { headersSent: true, writableEnded })).toMatchObject({ status: undefined, ended });
    }
  });

  test("breaks off a response that a handler has begun before it threw", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    handle.mockRejectedValueOnce(new Error("store failed"));
    const request = message();
    request.end(JSON.stringify(exampleBody("configuration-created")));
    const destroy = vi.fn();
    expect((await answerTo(request, { headersSent: true, destroy })).ended).toBe(0);
    expect(destroy).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  test("gives the response to the handler", async () => {
    const response = { headersSent: false, writableEnded: false, writeHead: vi.fn(), end: vi.fn(), destroy: vi.fn() };
    const request = message();
    request.end(good);
    await node(request, response);
    expect(handle.mock.lastCall![1]).toBe(response);
  });
});

describe("lambda", () => {
  const restApi = { httpMethod: "POST", headers: { Authorization: "secret" }, body: good, isBase64Encoded: false };
  const httpApi = { requestContext: { http: { method: "POST" } }, headers: { authorization: "secret" }, body: good };
  const multiValue = { httpMethod: "POST", multiValueHeaders: { Authorization: ["secret"] }, body: good };
  const base64 = Buffer.from(good).toString("base64");
  const statusOf = async (event: LambdaEvent) => (await lambda(event)).statusCode;

  test.each([
    ["a REST API", restApi],
    ["an HTTP API or a function URL", httpApi],
    ["a load balancer", multiValue],
    ["base64", { ...httpApi, body: base64, isBase64Encoded: true }],
    ["a body that middleware has parsed", { ...httpApi, body: JSON.parse(good) }],
  ])("reads the event of %s", async (_, event) => {
    handle.mockClear();
    expect(await statusOf(event)).toBe(204);
    expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");
  });

  test("answers in the form of the headers that came", async () => {
    const { headers, ...rest } = await lambda({ ...restApi, body: "{" });
    expect(rest).toEqual({ statusCode: 202, body: expect.stringContaining("expected JSON"), isBase64Encoded: false });
    expect(headers).toEqual({ "content-type": "text/plain; charset=utf-8" });
    expect((await lambda({ ...multiValue, httpMethod: "GET" })).multiValueHeaders).toEqual({
      "content-type": ["text/plain; charset=utf-8"],
      allow: ["POST"],
    });
  });

  test("refuses a doubled header, none, and what is no POST", async () => {
    expect(await statusOf({ ...multiValue, multiValueHeaders: { Authorization: ["secret", "secret"] } })).toBe(401);
    expect(await statusOf({ ...httpApi, headers: { authorization: "secret,secret" } })).toBe(401);
    expect(await statusOf({ ...httpApi, headers: null })).toBe(401);
    expect(await statusOf({ ...restApi, httpMethod: "GET" })).toBe(405);
    expect(await statusOf({ httpMethod: "" })).toBe(405);
  });

  test("takes broken base64 for what it is", async () => {
    expect(await statusOf({ ...restApi, body: "%", isBase64Encoded: true })).toBe(202);
  });

  test("counts bytes", async () => {
    const body = JSON.stringify("ä".repeat(6_000));
    expect(await statusOf({ ...restApi, body })).toBe(413);
    expect(await statusOf({ ...restApi, body: Buffer.from(body).toString("base64"), isBase64Encoded: true })).toBe(413);
  });

  test("gives the invocation's context to the handler", async () => {
    const context = { awsRequestId: "r" };
    await lambda(restApi, context);
    expect(handle.mock.lastCall![1]).toBe(context);
  });
});

/** What did not arrive is never acknowledged, whichever runtime says so. */
import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WebhookEvent } from "../../src/index.js";
import { createReceiver, type LambdaEvent, type RefusedDelivery } from "../../src/receiver.js";
import { exampleBody } from "../examples.js";

interface Sent {
  body: Buffer | null;
  headers?: Record<string, string>;
}
type Outcome = [status: number, reason: string];

const good = Buffer.from(JSON.stringify(exampleBody("fact-sheet-viewed")));
const handle = vi.fn<(event: WebhookEvent) => unknown>();
const onInvalid = vi.fn();
const onRefused = vi.fn<(refused: RefusedDelivery) => unknown>();
const receiver = createReceiver({ authorization: "none", handle, onInvalid, onRefused });

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.clearAllMocks();
  logged = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

function fetchRequest({ body, headers = {} }: Sent) {
  const stream = body === null ? null : new Response(new Uint8Array(body)).body;
  return { method: "POST", headers: new Headers(headers), bodyUsed: false, body: stream };
}

async function nodeAnswer(request: object) {
  const writeHead = vi.fn();
  const response = { headersSent: false, writableEnded: false, writeHead, end: vi.fn(), destroy: vi.fn() };
  await receiver.node(request as Parameters<typeof receiver.node>[0], response);
  return writeHead.mock.calls[0]![0] as number;
}

const faces = {
  fetch: async (sent: Sent) => (await receiver.fetch(fetchRequest(sent))).status,
  azure: async (sent: Sent) => (await receiver.azure(fetchRequest(sent))).status,
  node: ({ body, headers = {} }: Sent) => {
    const stream = new PassThrough();
    if (body !== null) stream.write(body);
    return nodeAnswer(Object.assign(stream.end(), { method: "POST", httpVersion: "1.1", headers }));
  },
  "node, after a parser that keeps bytes": ({ body, headers = {} }: Sent) =>
    nodeAnswer({ method: "POST", httpVersion: "1.1", headers, rawBody: body ?? undefined }),
  lambda: async ({ body, headers = {} }: Sent) =>
    (await receiver.lambda({ httpMethod: "POST", headers, body: body === null ? null : body.toString() })).statusCode,
  "lambda, base64": async ({ body, headers = {} }: Sent) => {
    const text = body === null ? null : body.toString("base64");
    const event = { httpMethod: "POST", headers, body: text, isBase64Encoded: true };
    return (await receiver.lambda(event)).statusCode;
  },
};

const announced = { "content-length": String(good.length) };
const chunked = { "transfer-encoding": "chunked" };
const zipped = gzipSync(good);

describe.each(Object.entries(faces))("%s", (face, send) => {
  const afterParser = face.includes("parser");
  const gone: Outcome = [500, afterParser ? "ALREADY_READ" : "INCOMPLETE"];
  const nothing: Outcome = [500, "EMPTY"];

  test.each<[string, Sent, Outcome]>([
    ["announced and missing", { body: null, headers: announced }, gone],
    ["announced and empty", { body: Buffer.alloc(0), headers: announced }, gone],
    ["cut", { body: good.subarray(0, 100), headers: announced }, [500, "INCOMPLETE"]],
    [
      "cut, and said to be as it is",
      { body: good.subarray(0, 100), headers: { ...announced, "content-encoding": "Identity" } },
      [500, "INCOMPLETE"],
    ],
    ["chunked and missing", { body: null, headers: chunked }, [500, afterParser ? "ALREADY_READ" : "EMPTY"]],
    ["neither announced nor there", { body: null }, nothing],
    ["empty", { body: Buffer.alloc(0) }, nothing],
    ["empty, and says so", { body: Buffer.alloc(0), headers: { "content-length": "0" } }, nothing],
    ["compressed", { body: zipped, headers: { "content-encoding": "gzip" } }, [500, "ENCODED"]],
    ["compressed, and nobody says so", { body: zipped }, [500, "ENCODED"]],
    ["encoded otherwise", { body: Buffer.from([7, 9]), headers: { "content-encoding": "br" } }, [500, "ENCODED"]],
  ])("a body that is %s is 500", async (_, sent, [status, reason]) => {
    expect(await send(sent)).toBe(status);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith({ status, reason, context: onRefused.mock.lastCall![0].context });
    expect(handle).not.toHaveBeenCalled();
    expect(onInvalid).not.toHaveBeenCalled();
    expect(logged).not.toHaveBeenCalled();
  });

  test.each<[string, Sent]>([
    ["whole", { body: good, headers: announced }],
    ["chunked", { body: good, headers: chunked }],
    ["inflated by a proxy", { body: good, headers: { "content-encoding": "gzip", "content-length": "9999" } }],
    ["inflated by a proxy that kept the shorter length", { body: good, headers: { "content-length": "50" } }],
    ["not encoded", { body: good, headers: { ...announced, "content-encoding": "identity" } }],
  ])("a body that is %s is handled", async (_, sent) => {
    expect(await send(sent)).toBe(204);
    expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");
  });

  test("`{}` is the empty event", async () => {
    expect(await send({ body: Buffer.from("{}"), headers: { "content-length": "2" } })).toBe(204);
    expect(handle).toHaveBeenCalledExactlyOnceWith(
      { type: "UNKNOWN", reason: "EMPTY", payload: {} },
      ...handle.mock.lastCall!.slice(1),
    );
    expect(logged).not.toHaveBeenCalled();
  });

  test("what is neither JSON nor compressed stays 202", async () => {
    for (const text of ["{", "\u001f", "\u001fa", "name=value"])
      expect(await send({ body: Buffer.from(text) })).toBe(202);
    const malformed = Buffer.from('{"type":"FactSheetViewedEvent"}');
    expect(await send({ body: malformed, headers: { "content-encoding": "gzip" } })).toBe(202);
    expect(onInvalid).toHaveBeenCalledTimes(5);
    expect(onRefused).not.toHaveBeenCalled();
  });
});

describe("a parser that has left an empty value", () => {
  const request = { method: "POST", httpVersion: "1.1" };
  const event = { httpMethod: "POST" };
  const lambda = async (sent: object) => (await receiver.lambda({ ...event, ...sent } as LambdaEvent)).statusCode;

  test.each<object>([{}, []])("%j beside a length above 20 is 500", async (body) => {
    const headers = announced;
    expect(await nodeAnswer({ ...request, headers, body })).toBe(500);
    expect(await lambda({ headers, body })).toBe(500);
    expect(onRefused.mock.calls.map(([{ reason }]) => reason)).toEqual(["ALREADY_READ", "ALREADY_READ"]);
  });

  test.each<object>([{}, []])("%j beside a chunked stream goes to the handler, with a line", async (body) => {
    expect(await nodeAnswer({ ...request, headers: chunked, body })).toBe(204);
    expect(await nodeAnswer({ ...request, headers: chunked, body })).toBe(204);
    expect(handle.mock.lastCall![0]).toMatchObject({ type: "UNKNOWN", payload: body });
  });

  test("logs one line for many", async () => {
    const { node } = createReceiver({ authorization: "none", handle });
    const response = { headersSent: false, writableEnded: false, writeHead: vi.fn(), end: vi.fn(), destroy: vi.fn() };
    const chunkedRequest = { ...request, headers: chunked, body: {} } as unknown as Parameters<typeof node>[0];
    for (let times = 0; times < 3; times++) await node(chunkedRequest, response);
    expect(logged.mock.calls).toEqual([
      [expect.stringMatching(/^Webhook body is UNKNOWN, EMPTY: .*mount the receiver before the parser$/)],
    ]);
  });

  test("says nothing of a filled one, and takes HTTP/2, which need not say a length, at its word", async () => {
    expect(await nodeAnswer({ ...request, headers: chunked, body: JSON.parse(good.toString()) })).toBe(204);
    expect(logged).not.toHaveBeenCalled();
    expect(await nodeAnswer({ method: "POST", httpVersion: "2.0", headers: {}, body: {} })).toBe(204);
    expect(await nodeAnswer({ ...request, headers: {}, body: {} })).toBe(500);
    expect(await nodeAnswer({ ...request, headers: {}, body: null })).toBe(500);
    expect(onRefused.mock.calls.map(([{ reason }]) => reason)).toEqual(["EMPTY", "EMPTY"]);
  });

  test("takes bytes in an ArrayBuffer for no empty value", async () => {
    const bytes = Uint8Array.from(good).buffer;
    expect(await nodeAnswer({ ...request, headers: announced, body: bytes })).toBe(204);
    expect(handle.mock.lastCall![0].type).toBe("FACT_SHEET_VIEWED");
  });
});

test("a function that is called without an event, or with another kind of event, answers", async () => {
  for (const event of [undefined, null, 7, [], {}, { Records: [] }])
    expect(await receiver.lambda(event as unknown as LambdaEvent)).toMatchObject({ statusCode: 405 });
  expect(await receiver.lambda({ httpMethod: "POST" })).toMatchObject({ statusCode: 500 });
});

test.each([
  ["ENCODED_TWICE", JSON.stringify(JSON.stringify({ type: "FactSheetViewedEvent" }))],
  ["NESTED", JSON.stringify({ Records: [{ body: JSON.stringify(exampleBody("fact-sheet-viewed")) }] })],
])("a body that is %s goes to the handler, with a line that holds no value of it", async (reason, body) => {
  expect(await faces.lambda({ body: Buffer.from(body) })).toBe(204);
  expect(handle.mock.lastCall![0]).toMatchObject({ type: "UNKNOWN", reason });
  expect(logged.mock.calls).toEqual([[expect.stringMatching(new RegExp(`^Webhook body is UNKNOWN, ${reason}: `))]]);
  if (reason === "NESTED") expect(logged.mock.calls[0]![0]).toContain("the event is in Records[0].body: ");
});

test("a stream that closes before its end is 500", async () => {
  const fields = { method: "POST", headers: {}, readableDidRead: false, readableEnded: false, destroyed: false };
  const request = Object.assign(new EventEmitter(), fields, { resume: () => {}, destroy: () => {} });
  const answered = nodeAnswer(request);
  request.emit("data", good);
  request.emit("close");
  expect(await answered).toBe(500);
  expect(onRefused.mock.lastCall![0].reason).toBe("INCOMPLETE");
});

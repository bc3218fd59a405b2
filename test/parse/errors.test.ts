import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { parseWebhookEvent, safeParseWebhookEvent, WebhookEventError } from "../../src/index.js";
import { payloadSchemas, webhookBodySchema } from "../../src/zod.js";
import { type Body, exampleBody } from "../examples.js";

function errorOf(body: unknown): WebhookEventError {
  const { data, error } = safeParseWebhookEvent(body);
  if (!error) throw new Error(`taken as ${data.type}`);
  return error;
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const faults: [example: string, change: (body: Body) => void, message: string, received: string][] = [
  [
    "fact-sheet-created",
    (b) => delete b.workspaceId,
    "FACT_SHEET_CREATED: workspaceId: expected non-empty string, received undefined",
    "undefined",
  ],
  [
    "fact-sheet-created",
    (b) => (b.id = "42"),
    "FACT_SHEET_CREATED: id: expected integer, received string",
    'string "42"',
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet = null),
    "FACT_SHEET_CREATED: factSheet: expected object, received null",
    "null",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.rev = 1.5),
    "FACT_SHEET_CREATED: factSheet.rev: expected integer, received number",
    "number 1.5",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.id = ""),
    "FACT_SHEET_CREATED: factSheet.id: expected non-empty string, received empty string",
    'string ""',
  ],
  [
    "fact-sheet-created",
    (b) => (b.createdAt = "yesterday"),
    "FACT_SHEET_CREATED: createdAt: expected ISO 8601 timestamp, received string",
    'string "yesterday"',
  ],
  [
    "fact-sheet-updated",
    (b) => (b.factSheet.relations[1].toId = 7),
    "FACT_SHEET_UPDATED: factSheet.relations[1].toId: expected non-empty string, received number",
    "number 7",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.fields = [{ name: "lifecycle" }, { data: { type: "Lifecycle", phases: [] } }]),
    "FACT_SHEET_CREATED: factSheet.fields[1].name: expected string, received undefined",
    "undefined",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.completion.subCompletions = { "section.a b": { type: "x", completion: "1", percentage: 1 } }),
    'FACT_SHEET_CREATED: factSheet.completion.subCompletions["section.a b"].completion: expected number or null, received string',
    'string "1"',
  ],
  [
    "relation-created",
    (b) => (b.relation.activeFrom = 20260131),
    "RELATION_CREATED: relation.activeFrom: expected string or null, received number",
    "number 20260131",
  ],
  [
    "relation-created",
    (b) => (b.toDetails.factSheetInfos.idAndRev.id = 7),
    "RELATION_CREATED: toDetails.factSheetInfos.idAndRev.id: expected non-empty string, received number",
    "number 7",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.completion.subCompletions = { a: {}, b: { subCompletions: { c: {}, d: 7 } } }),
    "FACT_SHEET_CREATED: factSheet.completion.subCompletions.b.subCompletions.d: expected object or null, received number",
    "number 7",
  ],
  [
    "poll-result-created",
    (b) => (b.createdAt = true),
    "POLL_RESULT_CREATED: createdAt: expected number or ISO 8601 timestamp, received boolean",
    "boolean true",
  ],
  [
    "automation-triggered",
    (b) => (b.automation = []),
    "AUTOMATION_TRIGGERED: automation: expected object, received array",
    "array",
  ],
  [
    "integration-run-started",
    (b) => (b.synchronizationId = null),
    "INTEGRATION_RUN_STARTED: synchronizationId: expected non-empty string, received null",
    "null",
  ],
  [
    "integration-run-started",
    (b) => delete b.type,
    "INTEGRATION_RUN_STARTED: type: expected string, received undefined",
    "undefined",
  ],
];

test.each(faults)("%s %#", (example, change, message, received) => {
  const body = exampleBody(example);
  change(body);

  const error = errorOf(body);

  expect(error).toMatchObject({ name: "WebhookEventError", message, received, code: "INVALID_PAYLOAD" });
  expect(error.input).toBe(body);
  expect(error.payload).toBe(body);
  expect(error.envelope).toBeUndefined();
  expect(error.cause).toBeUndefined();
  expect(errorOf(JSON.stringify(body)).message).toBe(message);
  expect(errorOf(frozen(body)).message).toBe(message);
  const issues = payloadSchemas[error.eventType!].safeParse(body).error!.issues;
  expect(issues.map(({ path }) => path)).toContainEqual(error.path);
});

test("the payload of a wrapped body is reachable, and so is its envelope", () => {
  const payload = exampleBody("fact-sheet-updated");
  payload.factSheet.name = 7;
  const envelope = { id: "e-1", payload: JSON.stringify(payload) };
  const text = JSON.stringify(envelope);

  const error = errorOf(text);

  expect(error.path).toEqual(["factSheet", "name"]);
  expect(error.input).toBe(text);
  expect(error.payload).toEqual(payload);
  expect(error.envelope).toEqual(envelope);
  expect(webhookBodySchema.safeParse(text).error!.issues[0]!.path).toEqual(["payload", "factSheet", "name"]);
});

test("a field that is read wrong only once is an issue all the same", () => {
  const ids = [7];
  const body = Object.defineProperty(exampleBody("fact-sheet-created"), "workspaceId", {
    get: () => ids.pop() ?? "087930f9-ee2d-4c56-8e05-49f71a1b6b2b",
  });

  expect(errorOf(body).message).toBe("FACT_SHEET_CREATED: body: expected non-empty string, received number");
});

test("of what stands in two places, the path is one of them", () => {
  const body = exampleBody("relation-created");
  body.fromDetails = body.toDetails;
  body.toDetails.factSheetInfos = 7;

  expect(errorOf(body).path).toEqual(["fromDetails", "factSheetInfos"]);
});

test("the error is thrown by the one and returned by the other", () => {
  const body = { type: "FactSheetCreatedEvent" };

  expect(() => parseWebhookEvent(body)).toThrow(WebhookEventError);
  expect(() => parseWebhookEvent(body)).toThrow("FACT_SHEET_CREATED: id: expected integer, received undefined");
});

const value = "JSON text, its bytes or the parsed value";
const notJson: [body: unknown, message: string][] = [
  ["", "expected JSON, received empty text"],
  ["[", "expected JSON, received 1 characters of something else"],
  [undefined, `expected ${value}, received undefined`],
  [() => 1, `expected ${value}, received function`],
  [7n, `expected ${value}, received bigint`],
  [Symbol("x"), `expected ${value}, received symbol`],
  [Promise.resolve("{}"), `expected ${value}, received a Promise: await it`],
  // biome-ignore lint/suspicious/noThenProperty: what the parser takes for a Promise
  [{ then: () => {} }, `expected ${value}, received a Promise: await it`],
  [new Request("http://localhost"), `expected ${value}, received a Request: await its text`],
  [new Response("{}"), `expected ${value}, received a Response: await its text`],
  [new Blob(["{}"]), `expected ${value}, received a Blob: await its text`],
  [new Blob(["{}"]).stream(), `expected ${value}, received a stream: await its text`],
  [process.stdin, `expected ${value}, received a stream: await its text`],
  [new URLSearchParams("a=1"), `expected ${value}, received a URLSearchParams`],
  [new Map([["type", "x"]]), `expected ${value}, received a Map`],
  [new Date(0), `expected ${value}, received a Date`],
  [new String("{}"), `expected ${value}, received a String`],
  [[Buffer.from("{}"), Buffer.from("{}")], `expected ${value}, received an array of bytes: concatenate them`],
  [Buffer.from("{}").toJSON(), `expected ${value}, received a Buffer as JSON: pass Buffer.from(body.data)`],
];

test.each(notJson)("%s is not JSON", (body, message) => {
  const error = errorOf(body);

  expect(error).toMatchObject({ code: "INVALID_JSON", message: `webhook event: body: ${message}` });
  expect(error).toMatchObject({ eventType: undefined, path: [], payload: undefined, envelope: undefined });
  expect(error.input).toBe(body);
  expect(error.cause).toBeUndefined();
});

test("bytes that are not UTF-8", () => {
  const body = new Uint8Array([0x22, 0xff, 0x22]);

  const error = errorOf(body);

  expect(error).toMatchObject({
    code: "INVALID_ENCODING",
    message: "webhook event: body: expected UTF-8, received 3 bytes of something else",
    input: body,
  });
  expect(error.cause).toBeInstanceOf(TypeError);
});

test("neither message nor log holds a value of the body", () => {
  const body = { ...exampleBody("fact-sheet-created"), createdAt: "hunter2" };

  const error = errorOf({ id: "hunter2", payload: body });

  expect(error.received).toContain("hunter2");
  expect(error.message).not.toContain("hunter2");
  expect(JSON.stringify(error)).not.toContain("hunter2");
  expect(inspect(error, { depth: 9, showHidden: false })).not.toContain("hunter2");
});

test("nor does that of a text that is not JSON, which JSON.parse quotes", () => {
  const text = '{"type":"FactSheetCreatedEvent","secret":hunter2}';

  expect(() => JSON.parse(text)).toThrow("hunter2");
  expect(inspect(errorOf(text), { depth: 9, showHidden: true })).not.toContain("hunter2");
});

test("the payload of a body whose field throws is reachable", () => {
  const body = Object.defineProperty(exampleBody("fact-sheet-created"), "workspaceId", {
    get() {
      throw new Error("not loaded");
    },
  });

  expect(errorOf(body)).toMatchObject({ code: "INVALID_PAYLOAD", eventType: "FACT_SHEET_CREATED", path: [] });
  expect(errorOf({ payload: body }).payload).toBe(body);
});

test("a field that throws what looks like the error", () => {
  const body = Object.defineProperty(exampleBody("fact-sheet-created"), "workspaceId", {
    get() {
      throw Object.create(WebhookEventError.prototype);
    },
  });

  expect(errorOf(body).message).toBe("FACT_SHEET_CREATED: body: expected readable fields, received one that throws");
});

test("what a log keeps of a path is bounded", () => {
  const key = "k".repeat(1_000_000);
  let deep: Body = { percentage: "x" };
  for (let level = 0; level < 200; level++) deep = { subCompletions: { [level === 199 ? key : "a"]: deep } };
  const body = exampleBody("fact-sheet-created");
  body.factSheet.completion = deep;

  const error = errorOf(body);

  expect(error.path).toHaveLength(403);
  expect(error.path).toContain(key);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "WebhookEventError",
    code: "INVALID_PAYLOAD",
    eventType: "FACT_SHEET_CREATED",
    path: expect.any(Array),
    expected: "integer or null",
    receivedKind: "string",
    message: error.message,
  });
  expect(JSON.stringify(error).length).toBeLessThan(3000);
});

test("a log keeps the path as it is if it is short", () => {
  const body = exampleBody("fact-sheet-updated");
  body.factSheet.relations[1].toId = 7;

  expect(errorOf(body).toJSON().path).toEqual(["factSheet", "relations", 1, "toId"]);
});

test("a number beyond the range is called so", () => {
  const error = errorOf(JSON.stringify(exampleBody("fact-sheet-viewed")).replace(/"id":\d+/, '"id":-1e400'));

  expect(error).toMatchObject({ path: ["id"], received: "a number beyond range" });
  expect(error.message).toBe("FACT_SHEET_VIEWED: id: expected integer, received a number beyond range");
  const notANumber = errorOf({ ...exampleBody("fact-sheet-viewed"), id: Number.NaN });
  expect(notANumber.receivedKind).toBe("number");
});

test("characters that turn the text or cannot be seen do not reach message or log", () => {
  const body = exampleBody("fact-sheet-created");
  body.factSheet.completion = { subCompletions: { "a\u202e\u2066\u200b\u009b\ufeffb": 7 } };

  const error = errorOf(body);

  expect(error.message).toContain('subCompletions["a     b"]');
  expect(JSON.stringify(error)).not.toMatch(/[\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
});

test("instanceof holds for the class of another copy, and for nothing else", async () => {
  vi.resetModules();
  const other = await import("../../src/parse/error.js");
  class Own extends WebhookEventError {}
  const error = errorOf("{");
  const { name, code, message } = error;

  expect(other.WebhookEventError).not.toBe(WebhookEventError);
  expect(error instanceof other.WebhookEventError).toBe(true);
  expect(error instanceof Own).toBe(false);
  expect(new Own({ code: "TOO_DEEP", expected: "x", receivedKind: "y", input: 1 }) instanceof Own).toBe(true);
  for (const value of [null, undefined, "WebhookEventError", { name, code, message }, new Error(message), () => error])
    expect(value instanceof other.WebhookEventError).toBe(false);
});

test("control characters in a key do not reach the message", () => {
  const body = exampleBody("fact-sheet-created");
  body.factSheet.completion = { subCompletions: { "a\u0000\n\u001b[31m\u2028b": 7 } };

  expect(errorOf(body).message).toBe(
    'FACT_SHEET_CREATED: factSheet.completion.subCompletions["a   [31m b"]: expected object or null, received number',
  );
});

test("neither a frozen Error.prototype nor a polluted Object.prototype makes another error of it", () => {
  const polluted = ["code", "eventType", "path", "payload", "received"];
  const prototype = Object.prototype as Record<string, unknown>;
  const { name, message } = Object.getOwnPropertyDescriptors(Error.prototype);
  // What cannot be written on a prototype cannot be assigned to its objects.
  for (const key of polluted)
    Object.defineProperty(prototype, key, { value: "polluted", configurable: true, writable: false });
  for (const key of ["name", "message"]) Object.defineProperty(Error.prototype, key, { writable: false });
  let error: WebhookEventError;
  let malformed: WebhookEventError;
  try {
    error = errorOf("{");
    malformed = errorOf({ type: "FactSheetViewedEvent" });
  } finally {
    for (const key of polluted) delete prototype[key];
    Object.defineProperties(Error.prototype, { name: name!, message: message! });
  }
  expect(malformed).toMatchObject({ name: "WebhookEventError", code: "INVALID_PAYLOAD", path: ["id"] });
  expect(malformed.cause).toBeUndefined();

  expect(error).toMatchObject({
    name: "WebhookEventError",
    code: "INVALID_JSON",
    path: [],
    received: "1 characters of something else",
  });
  expect(error.eventType).toBeUndefined();
  expect(error.payload).toBeUndefined();
  expect(Object.keys(error).sort()).toEqual(["code", "eventType", "expected", "name", "path", "receivedKind"]);
});

const text = '{"type":"DocumentDeletedEvent","note":"Ü"}';
const bytes = new TextEncoder().encode(text);

function shared(): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

test.each<[string, unknown]>([
  ["text", text],
  ["text with a byte order mark", `\uFEFF${text}`],
  ["bytes", bytes],
  ["bytes with a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])],
  ["a Buffer", Buffer.from(text)],
  ["a view into a larger buffer", new Uint8Array([0, ...bytes, 0]).subarray(1, -1)],
  ["an ArrayBuffer", bytes.slice().buffer],
  ["a SharedArrayBuffer", shared()],
  ["a view of a SharedArrayBuffer", new Uint8Array(shared())],
  ["a DataView", new DataView(bytes.slice().buffer)],
  ["a parsed value", JSON.parse(text)],
])("%s is taken", (_what, body) => {
  expect(parseWebhookEvent(body)).toEqual({ type: "DOCUMENT_DELETED", payload: JSON.parse(text) });
});

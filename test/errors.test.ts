import { expect, test } from "vitest";
import { parseWebhookEvent, safeParseWebhookEvent, WebhookEventError } from "../src/index.js";
import { payloadSchemas } from "../src/zod.js";
import { type Body, exampleBody } from "./examples.js";

function errorOf(body: unknown): WebhookEventError {
  const result = safeParseWebhookEvent(body);
  if (result.success) throw new Error(`taken as ${result.data.type}`);
  return result.error;
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const faults: [example: string, change: (body: Body) => void, message: string][] = [
  [
    "fact-sheet-created",
    (b) => delete b.workspaceId,
    "FACT_SHEET_CREATED: workspaceId: expected non-empty string, received undefined",
  ],
  ["fact-sheet-created", (b) => (b.id = "42"), 'FACT_SHEET_CREATED: id: expected integer, received string "42"'],
  ["fact-sheet-created", (b) => (b.factSheet = null), "FACT_SHEET_CREATED: factSheet: expected object, received null"],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.rev = 1.5),
    "FACT_SHEET_CREATED: factSheet.rev: expected integer, received number 1.5",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.id = ""),
    'FACT_SHEET_CREATED: factSheet.id: expected non-empty string, received string ""',
  ],
  [
    "fact-sheet-created",
    (b) => (b.createdAt = "yesterday"),
    'FACT_SHEET_CREATED: createdAt: expected ISO 8601 timestamp, received string "yesterday"',
  ],
  [
    "fact-sheet-updated",
    (b) => (b.factSheet.relations[1].toId = 7),
    "FACT_SHEET_UPDATED: factSheet.relations[1].toId: expected non-empty string, received number 7",
  ],
  [
    "fact-sheet-created",
    (b) =>
      (b.factSheet.fields = [
        { name: "lifecycle", data: { type: "Lifecycle", phases: [{ phase: true, startDate: null }] } },
      ]),
    "FACT_SHEET_CREATED: factSheet.fields[0].data.phases[0].phase: expected string, received boolean true",
  ],
  [
    "fact-sheet-created",
    (b) => (b.factSheet.completion.subCompletions = { "section.a b": { type: "x", completion: "1", percentage: 1 } }),
    'FACT_SHEET_CREATED: factSheet.completion.subCompletions["section.a b"].completion: expected number, received string "1"',
  ],
  [
    "fact-sheet-field-updated",
    (b) => (b.newValue = { type: "DateValue", value: "soon" }),
    'FACT_SHEET_FIELD_UPDATED: newValue.value: expected ISO 8601 date or null, received string "soon"',
  ],
  [
    "poll-result-created",
    (b) => (b.createdAt = true),
    "POLL_RESULT_CREATED: createdAt: expected number or ISO 8601 timestamp, received boolean true",
  ],
  [
    "automation-triggered",
    (b) => (b.automation = []),
    "AUTOMATION_TRIGGERED: automation: expected object, received array",
  ],
  [
    "integration-run-started",
    (b) => (b.synchronizationId = null),
    "INTEGRATION_RUN_STARTED: synchronizationId: expected non-empty string, received null",
  ],
  [
    "integration-run-started",
    (b) => delete b.type,
    "INTEGRATION_RUN_STARTED: type: expected string, received undefined",
  ],
];

test.each(faults)("%s %#", (example, change, message) => {
  const body = exampleBody(example);
  change(body);

  const error = errorOf(body);

  expect(error.message).toBe(message);
  expect(error.code).toBe("INVALID_PAYLOAD");
  expect(error.input).toBe(body);
  expect(errorOf(JSON.stringify(body)).message).toBe(message);
  expect(errorOf(frozen(body)).message).toBe(message);
  const issues = payloadSchemas[error.eventType!].safeParse(body).error!.issues;
  expect(issues.map(({ path }) => path)).toContainEqual(error.path);
});

test("a member that is read wrong only once is an issue all the same", () => {
  const ids = [7];
  const body = Object.defineProperty(exampleBody("fact-sheet-created"), "workspaceId", {
    get: () => ids.pop() ?? "087930f9-ee2d-4c56-8e05-49f71a1b6b2b",
  });

  expect(errorOf(body).message).toBe("FACT_SHEET_CREATED: body: expected non-empty string, received number 7");
});

test("the error is thrown by the one and returned by the other", () => {
  const body = { type: "FactSheetCreatedEvent" };

  expect(() => parseWebhookEvent(body)).toThrow(WebhookEventError);
  expect(() => parseWebhookEvent(body)).toThrow("FACT_SHEET_CREATED: id: expected integer, received undefined");
});

test.each([
  ["", "webhook event: body: expected JSON, received an empty text"],
  ["[", 'webhook event: body: expected JSON, received string "["'],
  [undefined, "webhook event: body: expected JSON text, its bytes, or the parsed value, received undefined"],
  [() => 1, "webhook event: body: expected JSON text, its bytes, or the parsed value, received function"],
  [7n, "webhook event: body: expected JSON text, its bytes, or the parsed value, received bigint"],
])("%s is no JSON", (body, message) => {
  expect(errorOf(body)).toMatchObject({ code: "INVALID_JSON", message, input: body, eventType: undefined, path: [] });
});

test("bytes that are not UTF-8", () => {
  const body = new Uint8Array([0x22, 0xff, 0x22]);

  expect(errorOf(body)).toMatchObject({
    code: "INVALID_ENCODING",
    message: "webhook event: body: expected UTF-8, received 3 bytes that are not",
    input: body,
  });
});

test("logging an error does not log the body", () => {
  const error = errorOf({ type: "FactSheetCreatedEvent", secret: "hunter2" });

  expect(Object.keys(error)).not.toContain("input");
  expect(JSON.stringify(error)).not.toContain("hunter2");
});

const text = '{"type":"DocumentDeletedEvent","note":"Ü"}';
const bytes = new TextEncoder().encode(text);

test.each<[string, unknown]>([
  ["text", text],
  ["text with a byte order mark", `\uFEFF${text}`],
  ["bytes", bytes],
  ["bytes with a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])],
  ["a Buffer", Buffer.from(text)],
  ["a view into a larger buffer", new Uint8Array([0, ...bytes, 0]).subarray(1, -1)],
  ["an ArrayBuffer", bytes.slice().buffer],
  ["a DataView", new DataView(bytes.slice().buffer)],
  ["a parsed value", JSON.parse(text)],
])("%s is taken", (_what, body) => {
  expect(parseWebhookEvent(body)).toEqual({ type: "DOCUMENT_DELETED", payload: JSON.parse(text) });
});

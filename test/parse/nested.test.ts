/** UNKNOWN says where an event stands in a body that came in something else. */
import { describe, expect, test } from "vitest";
import { parseWebhookEvent } from "../../src/index.js";
import { exampleBody } from "../examples.js";

const event = exampleBody("fact-sheet-updated");
event.factSheet.name = "Größe";
const text = JSON.stringify(event);
const base64 = Buffer.from(text).toString("base64");
const envelope = { id: "e-1", tags: ["pathfinder"], payload: event };

const nested: [what: string, body: unknown, path: (string | number)[]][] = [
  ["API Gateway", { type: "REQUEST", headers: {}, body: text }, ["body"]],
  ["SNS", { Type: "Notification", MessageId: "m", Message: text }, ["Message"]],
  ["SQS", { Records: [{ messageId: "m", body: text }] }, ["Records", 0, "body"]],
  ["SNS in SQS", { Records: [{ body: JSON.stringify({ Message: text }) }] }, ["Records", 0, "body", "Message"]],
  ["EventBridge", { version: "0", "detail-type": "t", source: "s", detail: event }, ["detail"]],
  ["Event Grid", [{ id: "1", eventType: "t", subject: "s", data: event }], [0, "data"]],
  ["CloudEvents", { specversion: "1.0", type: "t", source: "s", id: "1", data: event }, ["data"]],
  ["CloudEvents with bytes", { specversion: "1.0", type: "t", id: "1", data_base64: base64 }, ["data_base64"]],
  ["Pub/Sub", { message: { attributes: {}, data: base64 }, subscription: "s" }, ["message", "data"]],
  ["Azure Automation", { WebhookName: "w", RequestBody: text, RequestHeader: {} }, ["RequestBody"]],
  ["webhook.site", { data: [{ uuid: "u", content: text, headers: {} }] }, ["data", 0, "content"]],
  ["smee", { host: "h", body: event, query: {}, timestamp: 1 }, ["body"]],
  ["n8n", [{ json: { headers: {}, body: event } }], [0, "json", "body"]],
  ["Service Bus", { body: event, messageId: "m", contentType: "application/json" }, ["body"]],
  ["Service Bus in a Logic App", { ContentData: base64, ContentType: "application/json" }, ["ContentData"]],
  [
    "a PULL answer",
    { status: "OK", type: "PullResult", data: { events: [{ cursor: {}, event: text }] } },
    ["data", "events", 0, "event"],
  ],
  ["the delivery log", { status: "OK", data: [{ payload: text, targetUrl: "u", targetMethod: "POST" }] }, ["data", 0]],
  ["a list of events", [event, event], [0]],
  ["a list as text", { events: JSON.stringify([event]) }, ["events", 0]],
  ["lists in lists", [[[[[[[[event]]]]]]]], [0, 0, 0, 0, 0, 0, 0, 0]],
  ["base64 alone", base64, []],
  ["base64 in lines", base64.replace(/.{76}/g, "$&\r\n"), []],
  ["base64 of indented text", { data: Buffer.from(JSON.stringify([event], null, 2)).toString("base64") }, ["data", 0]],
  ["an envelope", { detail: envelope }, ["detail"]],
  ["an envelope as text", { detail: JSON.stringify(envelope) }, ["detail"]],
  ["three keys down", { a: { b: { c: event } } }, ["a", "b", "c"]],
  ["the first in the order of keys", { z: { y: event }, a: event }, ["z", "y"]],
];

test.each(nested)("%s", (_what, body, path) => {
  const found = parseWebhookEvent(JSON.stringify(body));

  expect(found).toMatchObject({ type: "UNKNOWN", reason: "NESTED", path, payload: body });
  expect(parseWebhookEvent(inner(body, path)).type).toBe("FACT_SHEET_UPDATED");
});

/** What stands at a path, as whoever reads `path` takes it out. */
function inner(body: unknown, path: readonly (string | number)[]): unknown {
  const taken = path.reduce<unknown>((at, key) => (decoded(at) as Record<string, unknown>)[key], body);
  return typeof taken === "string" && !taken.startsWith("{") ? Buffer.from(taken, "base64") : taken;
}

function decoded(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return JSON.parse(/^[{[]/.test(value) ? value : Buffer.from(value, "base64").toString());
}

const cyclic: { self?: unknown; list: unknown[] } = { list: [] };
cyclic.self = cyclic;
cyclic.list.push(cyclic.list);

const others: [what: string, body: unknown][] = [
  ["four keys down", { a: { b: { c: { d: event } } } }],
  ["in the second of a list", { list: [{}, event] }],
  ["in broken text", { data: text.slice(0, -1) }],
  ["in broken base64", { data: base64.slice(0, 41) }],
  ["in text that begins as base64 of JSON does", { data: "eyes wide open" }],
  ["of an unknown name", { data: { type: "OtherEvent" } }],
  ["nowhere, in itself", cyclic],
  ["behind a getter that throws", Object.defineProperty({}, "a", { enumerable: true, get: () => expect.fail() })],
];

test.each(others)("no event is found %s", (_what, body) => {
  expect(parseWebhookEvent(body)).toEqual({ type: "UNKNOWN", reason: "UNNAMED", payload: body });
});

test("the name of what holds the event is kept", () => {
  expect(parseWebhookEvent({ type: "t", data: event })).toMatchObject({ reason: "NESTED", name: "t" });
  expect(parseWebhookEvent({ type: "", data: event })).not.toHaveProperty("name");
});

test("in an envelope, the path begins at the payload", () => {
  const body = { id: "e-1", tags: [], payload: { detail: event } };

  expect(parseWebhookEvent(body)).toMatchObject({ reason: "NESTED", path: ["detail"], envelope: body });
});

test("the text of a list in an envelope is not encoded twice", () => {
  const body = { id: "e-1", payload: JSON.stringify([event]) };

  expect(parseWebhookEvent(body)).toMatchObject({ reason: "NESTED", path: [0] });
  expect(parseWebhookEvent(JSON.stringify(body.payload))).toMatchObject({ reason: "ENCODED_TWICE" });
});

describe("looking for an event", () => {
  function readsOf(body: unknown): number {
    let reads = 0;
    const counting = (value: unknown): unknown =>
      typeof value !== "object" || value === null
        ? value
        : new Proxy(value, {
            get(target, key) {
              reads++;
              return counting(Reflect.get(target, key));
            },
          });
    expect(parseWebhookEvent(counting(body)).type).toBe("UNKNOWN");
    return reads;
  }

  const wide = (size: number) =>
    Object.fromEntries(Array.from({ length: size }, (_, key) => [`k${key}`, { a: { b: 7 } }]));

  test("reads twice as much of a body that is twice as large", () => {
    expect(readsOf(wide(400)) / readsOf(wide(200))).toBeLessThan(2.05);
  });

  test("takes an object that stands in many places once", () => {
    let reads = 0;
    const inmost = Object.defineProperty({}, "k", { enumerable: true, get: () => reads++ });
    const middle = Object.fromEntries(Array.from({ length: 20 }, (_, key) => [`k${key}`, inmost]));

    parseWebhookEvent(Object.fromEntries(Array.from({ length: 20 }, (_, key) => [`k${key}`, middle])));

    expect(reads).toBe(1);
  });

  test("goes down 200,000 lists", () => {
    expect(parseWebhookEvent("[".repeat(200_000) + "]".repeat(200_000)).type).toBe("UNKNOWN");
  });
});

/** What is sent to every receiver. */

import { gzipSync } from "node:zlib";
import { readExamples } from "../../../scripts/examples.js";
import { payloadName } from "../../../src/catalog/names.js";
import { type EventType, eventTypes } from "../../../src/index.js";

export interface Delivery {
  name: string;
  method?: string;
  /** The current secret if it is left out; null for none. */
  authorization?: string | null;
  body?: string | Uint8Array;
  /** Without its length: in chunks. */
  isChunked?: true;
  /** What LeanIX must hear; what our receiver answers if it is left out. */
  status?: number;
  /** How the line begins that the receiver prints for it: the event and its key, if it has one. */
  printed?: string;
}

export const secret = "Basic bGVhbml4OnNlY3JldA==";
export const oldSecret = "Basic bGVhbml4Om9sZA==";
/** A receiver under test throws for this key. */
export const failingKey = "fails-500";
/** Stands in every wrong body, and in no log. */
export const marker = "PRIVATE";

const maxBytes = 25_000_000;
const examples = readExamples(eventTypes).map((example) => ({
  ...example,
  eventType: example.eventType as EventType,
  body: example.body as Record<string, unknown>,
}));

export function deliveries(): Delivery[] {
  const viewed = examples.find(({ name }) => name === "fact-sheet-viewed")!.body;
  return [
    ...examples.flatMap(({ name, eventType, body }): Delivery[] => {
      const printed = (id?: string) => `${payloadName(eventType)} ${keyOf(body) ?? id ?? ""}`;
      const envelope = { id: "an-envelope", tags: ["pathfinder", eventType], createdAt: "2026-01-01T00:00:00Z" };
      const wrapped = JSON.stringify({ ...envelope, payload: body });
      const asText = JSON.stringify({ payload: JSON.stringify(body) });
      return [
        { name, body: JSON.stringify(body), status: 204, printed: printed() },
        { name: `${name}, wrapped`, body: wrapped, status: 204, printed: printed(envelope.id) },
        { name: `${name}, as text`, body: asText, status: 204, printed: printed() },
      ];
    }),
    ...examples.filter(({ name }) => !name.includes(".")).flatMap(({ name, body }) => wrong(name, body)),
    { name: "no payload", body: "{}", status: 204 },
    { name: "unknown", body: '{"type":"FactSheetPaintedEvent","id":7,"workspaceId":"w"}', status: 204 },
    { name: "of another maker", body: '{"text":"rewritten by a callback"}', status: 204 },
    ...["[]", '"text"', "7", "null", "true"].map((body) => ({ name: body, body })),
    { name: "not JSON", body: `{"type":"${marker}`, status: 202 },
    { name: "not UTF-8", body: Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), status: 202 },
    { name: "deep", body: "[".repeat(100_000), status: 202 },
    { name: "empty", body: "", status: 500 },
    { name: "compressed", body: gzipSync("{}"), status: 500 },
    { name: "the handler throws", body: JSON.stringify({ ...viewed, workspaceId: "fails", id: 500 }), status: 500 },
    { name: "the old secret", authorization: oldSecret, body: "{}", status: 204 },
    { name: "a wrong secret", authorization: `${secret.slice(0, -3)}Q==`, body: "{}", status: 401 },
    { name: "a part of the secret", authorization: secret.slice(0, 10), body: "{}", status: 401 },
    { name: "no secret", authorization: null, body: "{}", status: 401 },
    { name: "an empty secret", authorization: "", body: "{}", status: 401 },
    { name: "GET", method: "GET", status: 405 },
    { name: "over the limit", body: " ".repeat(maxBytes + 1), status: 413 },
    { name: "over the limit, in chunks", body: " ".repeat(maxBytes + 1), isChunked: true, status: 413 },
    { name: "at the limit", body: `{}${" ".repeat(maxBytes - 2)}`, status: 204 },
  ];
}

/** Each required field but the name, with another type, bare and wrapped. */
function wrong(name: string, body: Record<string, unknown>): Delivery[] {
  const broken = ["workspaceId", "factSheet", "pollResult", "comment", "createdAt"].filter((key) => key in body);
  return broken.flatMap((key) => {
    const payload = { ...body, [key]: [marker] };
    return [
      { name: `${name}, wrong ${key}`, body: JSON.stringify(payload) },
      { name: `${name}, wrong ${key}, wrapped`, body: JSON.stringify({ id: "e", tags: [], payload }) },
      { name: `${name}, wrong ${key}, as text`, body: JSON.stringify({ payload: JSON.stringify(payload) }) },
    ];
  });
}

/** The key of an event with a class name. The others have none unless their envelope has an id. */
function keyOf({ workspaceId, id }: Record<string, unknown>): string | undefined {
  return typeof workspaceId === "string" && typeof id === "number" ? `${workspaceId}-${id}` : undefined;
}

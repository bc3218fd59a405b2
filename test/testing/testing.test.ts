import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { type EventType, eventCatalog, eventTypes, parseWebhookEvent, WebhookEventError } from "../../src/index.js";
import { createDelivery, createPayload, deliverAll } from "../../src/testing.js";

test.each(eventTypes)("createPayload(%s) is a body of it, and a new one each time", (type) => {
  const payload = createPayload(type);

  expect(parseWebhookEvent(JSON.stringify(payload)).type).toBe(type);
  expect(createPayload(type)).toEqual(payload);
  expect(createPayload(type)).not.toBe(payload);
});

test("createPayload changes fields at any depth and keeps the others", () => {
  const example = createPayload("FACT_SHEET_UPDATED");

  const payload = createPayload("FACT_SHEET_UPDATED", {
    factSheet: { displayName: "Billing", tags: undefined, relations: [], completion: { percentage: 7 } },
  });

  expect(example.factSheet.tags).toBeDefined();
  expect(payload.factSheet).not.toHaveProperty("tags");
  expect(payload).toMatchObject({ id: example.id, factSheet: { id: example.factSheet.id, displayName: "Billing" } });
  expect(payload.factSheet.relations).toEqual([]);
  expect(payload.factSheet.completion).toEqual({ ...example.factSheet.completion, percentage: 7 });
  expect(createPayload("FACT_SHEET_UPDATED")).toEqual(example);
});

test("createPayload takes what the types take", () => {
  createPayload("RELATION_SWITCH", { type: "RelationSwitchedEvent" });
  const newValue = { type: "StringValue", value: "x" } as const;
  expect(createPayload("FACT_SHEET_FIELD_UPDATED", { newValue }).newValue).toEqual(newValue);
  createPayload("INTEGRATION_RUN_FINISHED", { duration: "PT1S" });
  createPayload("INTEGRATION_RUN_FINISHED", { scope: "ELSEWHERE" });
  expect(() => {
    // @ts-expect-error: a text is no object with changes
    createPayload("INTEGRATION_RUN_FINISHED", { scope: { length: 1 } });
  }).toThrow("scope: expected string");
  // @ts-expect-error: a misspelt field
  createPayload("FACT_SHEET_UPDATED", { factSheet: { displayname: "Billing" } });
  // @ts-expect-error: a misspelt field of the payload
  createPayload("COMMENT_CREATED", { comentId: "1" });
  // @ts-expect-error: a misspelt field in an array
  createPayload("COMMENT_DELETED", { comment: { replies: [{ mesage: "x" }] } });
  expect(() => {
    // @ts-expect-error: a field of another type
    createPayload("FACT_SHEET_UPDATED", { factSheet: { rev: "1" } });
  }).toThrow("createPayload: not a body of FACT_SHEET_UPDATED: FACT_SHEET_UPDATED: factSheet.rev: expected integer");
});

test("createPayload replaces the data of a field as a whole, whatever its type", () => {
  const money = { type: "MoneyValue", amount: 1 };

  expect(createPayload("FACT_SHEET_FIELD_UPDATED", { newValue: money }).newValue).toEqual(money);
  expect(createPayload("FACT_SHEET_FIELD_UPDATED", { newValue: { free: 1 } }).newValue).toEqual({ free: 1 });
  expect(createPayload("FACT_SHEET_FIELD_UPDATED", { newValue: { type: "SingleSelect" } }).newValue).toEqual({
    type: "SingleSelect",
  });
  expect(createPayload("FACT_SHEET_UPDATED", { factSheet: { type: "Process" } }).factSheet.type).toBe("Process");
});

test("createPayload refuses to make a body of another event, or of none", () => {
  const wrongType = () =>
    createPayload("FACT_SHEET_UPDATED", { type: "FactSheetCreatedEvent" as "FactSheetUpdatedEvent" });

  expect(wrongType).toThrow(/^createPayload: not a body of FACT_SHEET_UPDATED: it is parsed as FACT_SHEET_CREATED$/);
  expect(() => createPayload("constructor" as EventType)).toThrow("createPayload: constructor is not an event type");
  expect(() => createPayload("FACT_SHEET_VIEWED", { factSheetId: "" })).toThrow(TypeError);
  try {
    createPayload("FACT_SHEET_VIEWED", { factSheetId: "" });
  } catch (error) {
    expect((error as Error).cause).toBeInstanceOf(WebhookEventError);
  }
});

test("createDelivery is the POST that LeanIX makes", async () => {
  const payload = createPayload("FACT_SHEET_VIEWED");

  const request = createDelivery(payload, { url: "https://example.com/hook?token=1", authorization: "Basic eDp5" });

  expect(request).toMatchObject({ method: "POST", url: "https://example.com/hook?token=1" });
  expect(Object.fromEntries(request.headers)).toEqual({
    authorization: "Basic eDp5",
    "content-type": "application/json",
    "user-agent": "Webhooks",
    "x-webhooks-event": "FACT_SHEET_VIEWED",
  });
  expect(await request.json()).toEqual(payload);
});

test("createDelivery needs no option, and sends text as it is", async () => {
  const request = createDelivery("{");

  expect(request.url).toBe("http://localhost/");
  expect(request.headers.has("authorization")).toBe(false);
  expect(await request.text()).toBe("{");
});

test.each(eventTypes)("createDelivery wraps %s with its routing tags", async (type) => {
  const payload = createPayload(type);

  const event = parseWebhookEvent(await createDelivery(payload, { envelope: true }).text());

  expect(event).toMatchObject({ type, payload });
  const { tags, workspaceId, id } = event.envelope!;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(workspaceId).toBe((payload as { workspaceId?: string }).workspaceId);
  expect(tags).toEqual(eventCatalog[type].tags ?? []);
});

test.each([
  ["FACT_SHEET_CREATED", ["pathfinder", "FACT_SHEET_CREATED"]],
  ["INTEGRATION_RUN_STARTED", ["integrations", "statistics"]],
  ["POLL_RESULT_CREATED", []],
] as const)("createDelivery: the routing tags of %s", async (type, tags) => {
  expect(await createDelivery(createPayload(type), { envelope: true }).json()).toMatchObject({ tags });
});

test("createDelivery puts the given fields around the payload, whatever it is", async () => {
  const envelope = { id: "1", createdAt: "2026-01-01T00:00:00Z", tags: ["a"], workspaceId: "w", userId: "u" };

  expect(await createDelivery(createPayload("FACT_SHEET_VIEWED"), { envelope }).json()).toMatchObject(envelope);
  expect(await createDelivery([], { envelope: { id: "1" } }).json()).toMatchObject({ id: "1", tags: [], payload: [] });
  const invalid = await createDelivery({ type: "CommentCreatedEvent" }, { envelope: true }).json();
  expect(invalid).toMatchObject({ tags: ["pathfinder", "COMMENT_CREATED"], payload: { type: "CommentCreatedEvent" } });
  expect(await createDelivery(undefined, { envelope: true }).json()).toMatchObject({ tags: [] });
});

const payloads = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => createPayload("FACT_SHEET_VIEWED", { id }));
const idOf = async (request: Request) => (JSON.parse(await request.text()) as { id: number }).id;

test("deliverAll repeats a delivery after the others until it is answered with 2xx", async () => {
  const seen: number[] = [];
  const target = async (request: Request) => {
    const id = await idOf(request);
    seen.push(id);
    if (id === 2 && seen.filter((one) => one === id).length < 3) throw new Error("down");
    return new Response(id === 3 ? "no" : null, { status: id === 3 ? 500 : 204 });
  };

  const outcomes = await deliverAll(target, payloads.slice(0, 4), { attempts: 4 });

  expect(seen).toEqual([1, 2, 3, 4, 2, 3, 2, 3, 3]);
  expect(outcomes).toEqual([
    { payload: payloads[0], attempts: 1, status: 204 },
    { payload: payloads[1], attempts: 3, status: 204 },
    { payload: payloads[2], attempts: 4, status: 500 },
    { payload: payloads[3], attempts: 1, status: 204 },
  ]);
});

test("deliverAll gives up, with the reason", async () => {
  const error = new Error("down");

  const [outcome] = await deliverAll(() => Promise.reject(error), payloads.slice(0, 1));

  expect(outcome).toEqual({ payload: payloads[0], attempts: 5, status: undefined, error });
});

test("deliverAll takes an answer that its own function has read, is reading, or gives twice", async () => {
  const shared = new Response("ok");
  const read = async () => {
    const response = new Response("ok");
    await response.text();
    return response;
  };
  const reading = () => {
    const response = new Response("ok");
    response.body!.getReader();
    return response;
  };

  for (const target of [read, reading, () => shared]) {
    const outcomes = await deliverAll(target, payloads.slice(0, 2));
    expect(outcomes).toEqual(payloads.slice(0, 2).map((payload) => ({ payload, attempts: 1, status: 200 })));
  }
});

test("deliverAll does not take a text for a list of payloads", async () => {
  // @ts-expect-error: each character would be a payload
  expect(await deliverAll(() => new Response(), "{}")).toHaveLength(2);
});

test("deliverAll doubles and reorders as its seed says", async () => {
  const order = async (seed: number, duplicates: number) => {
    const seen: number[] = [];
    const target = async (request: Request) => {
      seen.push(await idOf(request));
      return new Response();
    };
    const outcomes = await deliverAll(target, payloads, { shuffle: true, duplicates, seed });
    expect(outcomes.map(({ payload }) => (payload as { id: number }).id)).toEqual(seen);
    return seen;
  };

  const once = await order(7, 0);

  expect(once).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(once.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await order(7, 0)).toEqual(once);
  expect(await order(8, 0)).not.toEqual(once);
  expect((await order(7, 1)).toSorted()).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8]);
});

test("a doubled delivery has the envelope's id twice", async () => {
  const ids: unknown[] = [];
  const target = async (request: Request) => {
    ids.push(((await request.json()) as { id: string }).id);
    return new Response();
  };

  await deliverAll(target, payloads.slice(0, 2), { duplicates: 1, envelope: true });

  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).toBe(ids[3]);
  expect(ids[0]).not.toBe(ids[2]);
});

test("deliverAll posts to an address, and takes a redirect for a failure", async () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    if (seen.length === 1) response.writeHead(302, { location: "/elsewhere" }).end();
    else response.writeHead(202).end("kept");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

  const outcomes = await deliverAll(url, payloads.slice(0, 1), { authorization: "secret" });
  server.close();

  expect(outcomes).toMatchObject([{ attempts: 2, status: 202 }]);
  expect(seen).toEqual(["POST /hook secret", "POST /hook secret"]);
});

test("createPayload says which change of an inferred event was wrong", () => {
  // @ts-expect-error: a field of another type
  const wrong = () => createPayload("RELATION_ARCHIVED", { relationId: 7 });

  expect(wrong).toThrow(/^createPayload: not a body of RELATION_ARCHIVED: .*relationId: expected .*, received number$/);
  expect(wrong).toThrow(expect.objectContaining({ cause: expect.objectContaining({ path: ["relationId"] }) }));
});

test("createDelivery sends the headers that were seen", () => {
  const bare = createDelivery(createPayload("COMMENT_CREATED"));
  const wrapped = createDelivery(createPayload("COMMENT_CREATED"), { envelope: true });
  const none = createDelivery("{");

  expect([bare, wrapped, none].map(({ headers }) => headers.get("x-webhooks-event"))).toEqual([
    "COMMENT_CREATED",
    "COMMENT_CREATED",
    null,
  ]);
});

test.each([
  ["an envelope around a text", () => createDelivery("{}", { envelope: true })],
  ["an envelope that is no object", () => createDelivery({}, { envelope: "yes" as never })],
  ["no attempts", () => deliverAll(() => new Response(), [], { attempts: Number.NaN })],
  ["half an attempt", () => deliverAll(() => new Response(), [], { attempts: 0.5 })],
  ["a share above 1", () => deliverAll(() => new Response(), [], { duplicates: 2 })],
  ["a share that is no number", () => deliverAll(() => new Response(), [], { duplicates: Number.NaN })],
  ["a seed that is no number", () => deliverAll(() => new Response(), [], { seed: Number.NaN })],
  ["a text among payloads with an envelope", () => deliverAll(() => new Response(), ["{}"], { envelope: {} })],
])("%s is a TypeError", async (_what, call) => {
  await expect((async () => call())()).rejects.toThrow(TypeError);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { apiToken, PullError, type PullOptions, pull } from "../../src/pull.js";
import { exampleBody } from "../examples.js";
import { startVendor, type Vendor } from "./vendor.js";

const viewed = exampleBody("fact-sheet-viewed");
const archived = exampleBody("fact-sheet-archived");

let vendor: Vendor;
let stop: AbortController;
beforeEach(async () => {
  vendor = await startVendor();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await vendor.close();
});

function start(options: Partial<PullOptions> = {}) {
  const token = apiToken({ url: vendor.url, token: "s3cret" });
  return pull({ url: vendor.url, subscriptionId: "s 1", token, timeout: 1, signal: stop.signal, ...options });
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

test("events come as an object or as text, and are acknowledged with the next cursor", async () => {
  vendor.queue.set(178, viewed).set(180, JSON.stringify(archived)).set(181, { type: "FactSheetViewedEvent" });
  vendor.queue.set(182, 7);

  const batches = start();
  const { value: batch } = await batches.next();

  expect(
    batch!.events.map(({ offset, result }) => [offset, result.success ? result.data.type : result.error.code]),
  ).toEqual([
    [178, "FACT_SHEET_VIEWED"],
    [180, "FACT_SHEET_ARCHIVED"],
    [181, "INVALID_PAYLOAD"],
    [182, "UNKNOWN"],
  ]);
  expect(batch!.events[1]!.result.data!.payload).toEqual(archived);
  expect(vendor.commits).toEqual([]);

  await batch!.commit();

  expect(vendor.commits).toEqual([186]);
  vendor.queue.set(190, viewed);
  expect((await batches.next()).value!.events).toHaveLength(1);
  expect(vendor.requests.filter((request) => request.endsWith("token"))).toHaveLength(1);
});

test("an empty answer is asked for again", async () => {
  const batches = start();
  const next = batches.next();
  setTimeout(() => vendor.queue.set(1, viewed), 1200);

  expect((await next).value!.events[0]!.offset).toBe(1);
  expect(vendor.requests.filter((request) => request.endsWith("events"))).toHaveLength(2);
});

test("a server that answers empty at once is not flooded", async () => {
  const batches = start({ timeout: 0 });
  const next = batches.next();
  setTimeout(() => vendor.queue.set(1, viewed), 500);

  await next;

  expect(vendor.requests.filter((request) => request.endsWith("events"))).toHaveLength(2);
});

test("the next batch is refused before the last is committed", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  await batches.next();

  await expect(batches.next()).rejects.toThrow("pull: the batch was not committed: await its commit()");

  expect(await batches.next()).toEqual({ done: true, value: undefined });
  expect((await start().next()).value!.events[0]!.offset).toBe(1);
  expect(vendor.commits).toEqual([]);
});

test("a commit that fails is thrown, and the batch comes again", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  const { value: batch } = await batches.next();
  vendor.failures.push({ status: 503, body: "" });

  await expect(batch!.commit()).rejects.toThrow("PUT /services/webhooks/v1/subscriptions/s%201/cursor: 503");
  await expect(batches.next()).rejects.toThrow("not committed");

  expect((await start().next()).value!.events[0]!.offset).toBe(1);
});

test("a commit that fails can be made again", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  const { value: batch } = await batches.next();
  vendor.failures.push({ status: 503, body: "" });
  await errorOf(batch!.commit());

  await batch!.commit();

  vendor.queue.set(9, viewed);
  expect((await batches.next()).value!.events[0]!.offset).toBe(9);
});

test.each([
  [
    500,
    '{"status":"ERROR","message":"Internal","errors":[{"value":"x","messages":["no database"]},{}]}',
    ": Internal: no database",
  ],
  [400, '{"message":"","errors":"x"}', ""],
  [502, "<html>", ""],
  [429, `{"message":"${"long ".repeat(500)}"}`, `: ${"long ".repeat(100)}`],
])("an error of LeanIX is thrown with its status and message: %s %s", async (status, body, message) => {
  vendor.failures.push({ status, body });

  const error = await errorOf(start().next());

  expect(error).toBeInstanceOf(PullError);
  expect(error).toMatchObject({ name: "PullError", status });
  expect((error as Error).message).toBe(`GET /services/webhooks/v1/subscriptions/s%201/events: ${status}${message}`);
});

test("LeanIX rejects a concurrent request", async () => {
  const first = start().next();
  while (!vendor.requests.some((request) => request.endsWith("events")))
    await new Promise((resolve) => setTimeout(resolve, 5));

  expect(await errorOf(start({ token: vendor.tokens[0]! }).next())).toMatchObject({ status: 409 });

  vendor.queue.set(1, viewed);
  expect((await first).value!.events).toHaveLength(1);
});

test.each([
  ['{"data":{"events":[{"cursor":{"offset":1},"event":{}}]}}', "the answer has events and no nextCursor"],
  ["<html>", "GET /services/webhooks/v1/subscriptions/s%201/events: 200: the answer is not JSON"],
  [
    '{"status":"ERROR","type":"PullResult","errors":[{"messages":["no permission"]}]}',
    "GET /services/webhooks/v1/subscriptions/s%201/events: 200: no permission",
  ],
])("an answer that cannot be acknowledged is an error: %s", async (body, message) => {
  vendor.failures.push({ status: 200, body });

  expect(await errorOf(start().next())).toMatchObject({ message, status: 200 });
});

test("an event without a cursor, and none at all", async () => {
  vendor.failures.push(
    { status: 204, body: "" },
    { status: 200, body: '{"data":{"events":[null],"nextCursor":{"offset":3}}}' },
  );

  const { value: batch } = await start().next();

  expect(batch!.events).toMatchObject([{ offset: undefined, result: { success: false } }]);
});

test("a token that expired is renewed, once", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  const { value: batch } = await batches.next();
  vendor.tokens = [];

  await batch!.commit();

  expect(vendor.commits).toEqual([5]);
  expect(vendor.requests.filter((request) => request.endsWith("token"))).toHaveLength(2);
});

test("a token that cannot be renewed is an error", async () => {
  expect(await errorOf(start({ token: "old" }).next())).toMatchObject({
    status: 401,
    message: "GET /services/webhooks/v1/subscriptions/s%201/events: 401: token expired",
  });
  const refused = start({ token: apiToken({ url: vendor.url, token: "wrong" }) });
  expect(await errorOf(refused.next())).toMatchObject({
    message: "POST /services/mtm/v1/oauth2/token: 401: Bad credentials",
  });
});

test("apiToken keeps a token until a minute before it expires, and asks once for all who wait", async () => {
  const token = apiToken({ url: vendor.url, token: "s3cret" });

  const [one, other] = await Promise.all([token(), token()]);
  expect(one).toBe(other);
  expect(await token()).toBe(one);
  expect(await token(one)).not.toBe(one);
  expect(vendor.requests).toHaveLength(2);

  vendor.expiresIn = 60;
  const short = apiToken({ url: vendor.url, token: "s3cret" });
  expect(await short()).not.toBe(await short());
});

test("apiToken asks again after it failed", async () => {
  let calls = 0;
  const fetch = async () =>
    calls++ === 0 ? Promise.reject(new TypeError("fetch failed")) : Response.json({ access_token: "a" });
  const token = apiToken({ url: vendor.url, token: "s3cret", fetch });

  await expect(token()).rejects.toThrow("fetch failed");

  expect(await token()).toBe("a");
  const empty = apiToken({ url: vendor.url, token: "s3cret", fetch: async () => Response.json({}) });
  await expect(empty()).rejects.toThrow("the token's answer has no access_token");
});

test("the signal ends the generator while it waits for an event, and while it pauses", async () => {
  for (const timeout of [0, 10]) {
    const controller = new AbortController();
    const next = start({ timeout, signal: controller.signal }).next();
    setTimeout(() => controller.abort(), 100);
    expect(await next).toEqual({ done: true, value: undefined });
  }
  expect(await start({ signal: AbortSignal.abort() }).next()).toEqual({ done: true, value: undefined });
});

test("the signal ends the wait for a token, and a fetch that does not look at it", async () => {
  const never = () => new Promise<never>(() => {});
  for (const options of [{ token: never }, { token: "t", fetch: never }]) {
    const controller = new AbortController();
    const next = start({ ...options, signal: controller.signal }).next();
    setTimeout(() => controller.abort(), 50);
    expect(await next).toEqual({ done: true, value: undefined });
  }
});

test("a signal that comes with an empty answer, or in the pause after it, ends the generator at once", async () => {
  for (const abort of [(stop: () => void) => stop(), (stop: () => void) => void setTimeout(stop, 50)]) {
    const controller = new AbortController();
    const text = async () => {
      abort(() => controller.abort());
      return "";
    };
    const answer = Object.defineProperty(new Response(), "text", { value: text });
    const started = performance.now();

    const batches = start({ token: "t", fetch: async () => answer, signal: controller.signal });
    expect(await batches.next()).toMatchObject({ done: true });

    expect(performance.now() - started).toBeLessThan(900);
  }
});

test.each([
  ["text", () => new Response("OK")],
  ["a page", () => new Response("<html>")],
  ["nothing", () => new Response(null, { status: 204 })],
  [
    "a body that is broken off",
    () => new Response(new ReadableStream({ cancel: () => Promise.reject(new Error("gone")) })),
  ],
])("a commit goes by its status, answered with %s", async (_what, answer) => {
  const commits: unknown[] = [];
  const fetch = async (_url: string, { method, body }: RequestInit) => {
    if (method === "PUT") commits.push(JSON.parse(String(body)));
    return method === "PUT" ? answer() : Response.json({ data: { events: [{}], nextCursor: { offset: 3 } } });
  };
  const batches = start({ token: "t", fetch });
  const { value: batch } = await batches.next();

  await batch!.commit();

  expect(commits).toEqual([{ offset: 3 }]);
  expect((await batches.next()).done).toBe(false);
});

test("a batch can be committed after the signal", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  const { value: batch } = await batches.next();
  stop.abort();

  await batch!.commit();

  expect(vendor.commits).toEqual([5]);
  expect((await batches.next()).done).toBe(true);
});

test("what fetch throws is thrown", async () => {
  await expect(start({ token: "t", fetch: () => Promise.reject(new TypeError("no network")) }).next()).rejects.toThrow(
    "no network",
  );
});

test("a killed process gets the same batch again", async () => {
  vendor.queue.set(1, viewed).set(2, archived);
  const consumer = `
    import { apiToken, pull } from "./src/pull.ts";
    const token = apiToken({ url: ${JSON.stringify(vendor.url)}, token: "s3cret" });
    for await (const { events } of pull({ url: ${JSON.stringify(vendor.url)}, subscriptionId: "s 1", token })) {
      console.log(events.map(({ offset }) => offset).join());
      process.kill(process.pid, "SIGKILL");
    }`;
  for (const _ of [1, 2]) {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", consumer]);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    const [, signal] = await once(child, "exit");
    expect([output.trim(), signal]).toEqual(["1,2", "SIGKILL"]);
  }
  expect(vendor.commits).toEqual([]);
});

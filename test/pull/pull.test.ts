import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accessTokens, LeanixApiError, type PullOptions, pull } from "../../src/pull.js";
import { exampleBody } from "../examples.js";
import { type QueueVendor, startQueue } from "./queue.js";

const viewed = exampleBody("fact-sheet-viewed");
const archived = exampleBody("fact-sheet-archived");

let vendor: QueueVendor;
let stop: AbortController;
beforeEach(async () => {
  vendor = await startQueue();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await vendor.close();
});

function start(options: Partial<PullOptions> = {}) {
  const token = accessTokens({ url: vendor.url, apiToken: "s3cret" });
  return pull({ url: vendor.url, subscriptionId: "s 1", token, waitSeconds: 1, signal: stop.signal, ...options });
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
  const batches = start({ waitSeconds: 0 });
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
  [429, `{"message":"${"x".repeat(5000)}"}`, `: ${"x".repeat(440)}…`],
])("an error of LeanIX is thrown with its status and message: %s %s", async (status, body, message) => {
  vendor.failures.push({ status, body });

  const error = await errorOf(start().next());

  expect(error).toBeInstanceOf(LeanixApiError);
  expect(error).toMatchObject({ name: "LeanixApiError", status });
  expect((error as Error).message).toBe(`GET /services/webhooks/v1/subscriptions/s%201/events: ${status}${message}`);
});

test("LeanIX rejects a concurrent request", async () => {
  const first = start().next();
  while (!vendor.requests.some((request) => request.endsWith("events"))) await sleep(5);

  expect(await errorOf(start({ token: vendor.tokens[0]! }).next())).toMatchObject({ status: 409 });

  vendor.queue.set(1, viewed);
  expect((await first).value!.events).toHaveLength(1);
});

const answers = "GET /services/webhooks/v1/subscriptions/s%201/events: 200: ";
const noPull = `${answers}the answer is not one to a PULL request`;

test.each([
  ['{"data":{"events":[{"cursor":{"offset":1},"event":{}}]}}', `${answers}the answer has events and no nextCursor`],
  ["<html>", `${answers}the answer is not JSON`],
  [" ", `${answers}the answer is not JSON`],
  ['{"status":"ERROR","type":"PullResult","errors":[{"messages":["no permission"]}]}', `${answers}no permission`],
  ["null", noPull],
  ["7", noPull],
  ["[]", noPull],
  ["{}", noPull],
  ['{"error":"sign in"}', noPull],
  ['{"status":"WARNING"}', noPull],
  ['{"status":"OK","data":[]}', noPull],
  ['{"status":"OK","data":{"events":{"0":{}}}}', noPull],
])("an answer that is neither events nor nothing new is an error: %s", async (body, message) => {
  vendor.failures.push({ body });

  expect(await errorOf(start().next())).toMatchObject({ message, status: 200 });
});

test.each([
  ["", 204],
  ["", 200],
  ['{"status":"OK"}', 200],
  ['{"type":"PullResult","errors":[],"total":0}', 200],
  ['{"status":"OK","type":"PullResult","data":null}', 200],
  ['{"status":"OK","data":{}}', 200],
  ['{"data":{"events":null}}', 200],
  ['{"data":{"events":[]}}', 200],
])("nothing new is asked for again: %s %s", async (body, status) => {
  vendor.queue.set(1, viewed);
  vendor.failures.push({ status, body });

  expect((await start().next()).value!.events).toHaveLength(1);
  expect(vendor.commits).toEqual([]);
});

test("an empty window with a next cursor is committed, once", async () => {
  const window = { body: { status: "OK", data: { events: [], nextCursor: { offset: 40 } } } };
  vendor.failures.push(window);
  const batches = start();
  const next = batches.next();
  while (vendor.commits.length === 0) await sleep(5);
  vendor.failures.push(window);
  vendor.queue.set(41, viewed);

  expect((await next).value!.events[0]!.offset).toBe(41);
  expect(vendor.commits).toEqual([40]);
});

test("the same batch after its commit is not asked for without a pause", async () => {
  const same = { body: { data: { events: [{ event: viewed }], nextCursor: { offset: 5 } } } };
  const batches = start();
  const times: number[] = [];
  for (let count = 0; count < 3; count++) {
    vendor.failures.push(same);
    const { value: batch } = await batches.next();
    times.push(performance.now());
    await batch!.commit();
  }

  expect(vendor.commits).toEqual([5, 5, 5]);
  expect(times[2]! - times[1]!).toBeGreaterThan(800);
});

test("an event without a cursor", async () => {
  vendor.failures.push({ body: { data: { events: [null], nextCursor: { offset: 3 } } } });

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
});

test("the signal ends the generator while it waits for an event, and while it pauses", async () => {
  for (const waitSeconds of [0, 10]) {
    const controller = new AbortController();
    const next = start({ waitSeconds, signal: controller.signal }).next();
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
    const fetch = async () => {
      abort(() => controller.abort());
      return new Response();
    };
    const started = performance.now();

    const batches = start({ token: "t", fetch, signal: controller.signal });
    expect(await batches.next()).toMatchObject({ done: true });

    expect(performance.now() - started).toBeLessThan(900);
  }
});

test.each([
  ["text", () => new Response("OK")],
  ["nothing", () => new Response(null, { status: 204 })],
  [
    "a body that is broken off",
    () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) })),
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

test.each([
  [{ status: 200, body: '{"status":"ERROR","message":"locked"}' }, "200: locked"],
  [{ status: 200, body: "<!doctype html>" }, "200: the answer is a page"],
  [
    { status: 307, headers: { location: "https://elsewhere.example/" } },
    "307: a redirect, which is not followed: expected the workspace's own host",
  ],
])("a commit that did not reach the cursor is an error: %o", async (answer, message) => {
  vendor.queue.set(1, viewed);
  const { value: batch } = await start().next();
  vendor.failures.push(answer);

  expect(await errorOf(batch!.commit())).toMatchObject({
    name: "LeanixApiError",
    message: `PUT /services/webhooks/v1/subscriptions/s%201/cursor: ${message}`,
  });
});

test("an older batch's commit does not move the cursor back", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  const { value: older } = await batches.next();
  await Promise.all([older!.commit(), older!.commit()]);
  vendor.queue.set(9, viewed);
  const { value: newer } = await batches.next();
  await newer!.commit();

  await older!.commit();

  expect(vendor.commits).toEqual([5, 13]);
});

test("the signal ends a commit that hangs", async () => {
  vendor.queue.set(1, viewed);
  const batches = start();
  const { value: batch } = await batches.next();
  vendor.failures.push(() => {});
  const failed = errorOf(batch!.commit());
  await sleep(50);
  stop.abort();

  expect(await failed).toMatchObject({ name: "AbortError" });
  while (vendor.abandoned === 0) await sleep(5);
  expect(await batches.next()).toMatchObject({ done: true });
});

test("a commit that hangs after the signal is given up", async () => {
  vendor.queue.set(1, viewed);
  const { value: batch } = await start().next();
  vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort(new DOMException("", "TimeoutError")));
  stop.abort();

  expect(await errorOf(batch!.commit())).toMatchObject({ name: "TimeoutError" });
  expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000);
  vi.restoreAllMocks();
});

test("the signal reaches fetch: no request stays open", async () => {
  const next = start({ waitSeconds: 60 }).next();
  while (!vendor.requests.some((request) => request.endsWith("events"))) await sleep(5);
  stop.abort();

  await next;
  while (vendor.abandoned === 0) await sleep(5);
  expect(vendor.abandoned).toBe(1);
});

test.each([
  [{ waitSeconds: -1 }, "waitSeconds: expected a number of seconds"],
  [{ waitSeconds: Number.NaN }, "waitSeconds: expected a number of seconds"],
  [{ subscriptionId: ".." }, "subscriptionId: expected the id of the webhook"],
  [{ subscriptionId: "" }, "subscriptionId: expected the id of the webhook"],
  [{ token: "" }, "token: expected printable ASCII: is the variable set?"],
  [{ url: "http://example.leanix.net" }, "url: expected the workspace's host, such as https://example.leanix.net"],
])("%o is a TypeError at once", (options, message) => {
  expect(() => start(options)).toThrow(new TypeError(message));
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
    import { accessTokens, pull } from "./src/pull.ts";
    const token = accessTokens({ url: ${JSON.stringify(vendor.url)}, apiToken: "s3cret" });
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

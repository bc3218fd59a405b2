/** A refusal leaves a trace, and a flood of them fills no log. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createReceiver, type ReceiverOptions, type RefusedDelivery } from "../../src/receiver.js";

const secret = "the secret of the webhook";

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  logged = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function receiverOf(options: Partial<ReceiverOptions<object>> = {}) {
  return createReceiver<object>({ authorization: { header: secret }, handle: () => {}, maxBytes: 100, ...options });
}

type Change = { method?: string; authorization?: string; body?: string | undefined; length?: string };

function event({ method = "POST", authorization = secret, body = "{}", length }: Change = {}) {
  const headers = { authorization, ...(length !== undefined && { "content-length": length }) };
  return { httpMethod: method, headers, body };
}

const refusals: [status: number, reason: string, change: Change][] = [
  [401, "UNAUTHORIZED", { authorization: "another" }],
  [405, "METHOD", { method: "GET" }],
  [413, "TOO_LARGE", { body: " ".repeat(101) }],
  [413, "TOO_LARGE", { length: "101" }],
  [500, "INCOMPLETE", { length: "5" }],
  [500, "EMPTY", { body: "" }],
  [500, "ENCODED", { body: "\u001f\u008b" }],
];

test.each(refusals)("%i is told to onRefused as %s: %j", async (status, reason, change) => {
  const onRefused = vi.fn<(refused: RefusedDelivery<object>) => unknown>();
  const context = { request: 7 };
  const { statusCode, body } = await receiverOf({ onRefused }).lambda(event(change), context);
  expect(statusCode).toBe(status);
  expect(body).toMatch(/^(?:Authorization header|method|body): /);
  expect(onRefused).toHaveBeenCalledExactlyOnceWith({ status, reason, context });
  expect(logged).not.toHaveBeenCalled();
});

test.each(refusals)(
  "%i is logged without onRefused, %s, and without a header's value: %j",
  async (status, _, change) => {
    const { body } = await receiverOf().lambda(event(change), {});
    expect(logged.mock.calls).toEqual([[`Webhook delivery answered ${status}: ${body}`]]);
    expect(body).not.toMatch(new RegExp(`another|${secret}`));
  },
);

test("an empty body's line says what a callback must send instead", async () => {
  const { body } = await receiverOf().lambda(event({ body: "" }), {});
  expect(body).toContain("a callback must send {}");
});

describe("a flood", () => {
  const wrong = event({ authorization: "another" });

  test("is a line for the first of each reason, and then at most one a minute, with a count", async () => {
    const { lambda } = receiverOf();
    for (let time = 0; time < 1_000; time++) await lambda(wrong, {});
    await lambda(event({ method: "PUT" }), {});
    expect(logged.mock.calls.map(([line]: unknown[]) => line)).toEqual([
      "Webhook delivery answered 401: Authorization header: missing or not valid",
      "Webhook delivery answered 405: method: expected POST",
    ]);
    vi.advanceTimersByTime(59_999);
    await lambda(wrong, {});
    expect(logged).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1);
    await lambda(wrong, {});
    expect(logged).toHaveBeenLastCalledWith(
      "Webhook delivery answered 401: Authorization header: missing or not valid (and 1000 more since the last line)",
    );
    await lambda(wrong, {});
    expect(logged).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(60_000);
    await lambda(event({ method: "PUT" }), {});
    expect(logged).toHaveBeenLastCalledWith("Webhook delivery answered 405: method: expected POST");
  });

  test("is logged on where the clock was set back", async () => {
    const { lambda } = receiverOf();
    await lambda(wrong, {});
    vi.setSystemTime(Date.now() - 3_600_000);
    await lambda(wrong, {});
    expect(logged).toHaveBeenCalledTimes(2);
  });

  test("of tokens that a function throws for is one line, too", async () => {
    const authorization = () => Promise.reject(new Error("expired"));
    const { lambda } = receiverOf({ authorization });
    for (let time = 0; time < 100; time++) expect((await lambda(wrong, {})).statusCode).toBe(401);
    expect(logged).toHaveBeenCalledTimes(2);
  });
});

describe("nothing that is thrown makes a face reject", () => {
  /** As a library might throw: `console.error` throws in turn when it prints it. */
  const fails = () => {
    const unprintable = () => {
      throw new Error("cannot be printed");
    };
    throw Object.defineProperty(new Error(), "stack", { get: unprintable });
  };

  test.each<[string, number, Partial<ReceiverOptions<object>>, Change]>([
    ["handle", 500, { handle: fails }, {}],
    ["handle and onError", 500, { handle: fails, onError: fails }, {}],
    ["onInvalid", 500, { onInvalid: fails }, { body: "{" }],
    ["onRefused", 401, { onRefused: fails }, { authorization: "another" }],
    ["authorization", 401, { authorization: fails }, {}],
    ["authorization, as a promise", 401, { authorization: async () => fails() }, {}],
    ["a promise's then", 500, { handle: () => Object.defineProperty({}, ["th", "en"].join(""), { get: fails }) }, {}],
  ])("%s: %i", async (_, status, options, change) => {
    logged.mockImplementation((...values: unknown[]) => {
      for (const value of values) String((value as Error).stack);
    });
    const { statusCode } = await receiverOf(options).lambda(event(change), {});
    expect(statusCode).toBe(status);
    const lines = logged.mock.calls.map(([, thrown]: unknown[]) => thrown);
    expect(lines.filter((thrown: unknown) => thrown === "an error that cannot be printed")).toHaveLength(1);
  });

  test("a response whose methods throw", async () => {
    const destroy = vi.fn();
    const response = { headersSent: false, writableEnded: false, writeHead: fails, end: fails, destroy };
    const request = { method: "GET", headers: {} } as Parameters<ReturnType<typeof receiverOf>["node"]>[0];
    await receiverOf().node(request, response);
    expect(destroy).toHaveBeenCalledOnce();
  });
});

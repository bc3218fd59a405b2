import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressOf } from "../../src/api/address.js";
import { AnswerTooLargeError } from "../../src/api/error.js";
import { type ApiRequest, type Fetch, requestJson } from "../../src/api/request.js";
import { accessTokens, LeanixApiError } from "../../src/pull.js";
import { startVendor, type Vendor } from "./vendor.js";

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor({ "GET /thing": () => ({ body: { status: "OK" } }) });
});
afterEach(async () => {
  vi.useRealTimers();
  await vendor.close();
});

function ask(options: Partial<ApiRequest> = {}) {
  const url = new URL("/thing", vendor.url);
  return requestJson({ fetch, method: "GET", url, token: tokens(), ...options });
}

function tokens() {
  return accessTokens({ url: vendor.url, apiToken: "s3cret" });
}

async function errorOf(promise: Promise<unknown>): Promise<LeanixApiError> {
  return promise.then(
    () => expect.unreachable(),
    (error: LeanixApiError) => error,
  );
}

const answering =
  (...answers: Response[]): Fetch =>
  async () =>
    answers.shift()!;

test.each([
  "https://example.leanix.net",
  "http://127.0.0.1:8080",
  "http://127.9.9.9",
  "http://127.1",
  "http://[::1]:1",
  "http://localhost:3000",
])("a token may go to %s", (url) => {
  expect(addressOf(url, "/path").pathname).toBe("/path");
  expect(addressOf(new URL(url), "/path").pathname).toBe("/path");
});

test.each([
  "http://example.leanix.net",
  "http://127.0.0.1.example.com",
  "http://localhost.example.com",
  "http://[::2]",
  "https://user:password@example.leanix.net",
  "file:///etc/hosts",
  "example.leanix.net",
  "",
])("a token may not go to %s", (url) => {
  expect(() => addressOf(url, "/path")).toThrow(TypeError);
});

test.each(["", "undefined", "null", "a\nb", "a b", "ü"])("%o is no API token, and is not shown", (apiToken) => {
  expect(() => accessTokens({ url: vendor.url, apiToken })).toThrow(
    new TypeError("apiToken: expected printable ASCII: is the variable set?"),
  );
});

test("a token that a provider returns is checked, and not shown", async () => {
  expect(await errorOf(ask({ token: async () => "s3cret\r\n" }))).toMatchObject({
    name: "TypeError",
    message: "token: expected printable ASCII: is the variable set?",
  });
  expect(vendor.requests).toEqual([]);
});

test("a rejected API token is an error that does not show it", async () => {
  const wrong = accessTokens({ url: vendor.url, apiToken: "wr0ng" });
  expect((await errorOf(ask({ token: wrong }))).message).toBe(
    "POST /services/mtm/v1/oauth2/token: 401: Bad credentials",
  );
  const echo = async () => Response.json({ message: "no wr0ng here" }, { status: 401 });
  const echoed = accessTokens({ url: vendor.url, apiToken: "wr0ng", fetch: echo });
  expect((await errorOf(ask({ token: echoed }))).message).toBe("POST /services/mtm/v1/oauth2/token: 401: no … here");
});

test("an access token is kept until a minute before it expires, and asked for once for all who wait", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const token = tokens();

  const [one, other] = await Promise.all([token(), token()]);
  expect(one).toBe(other);
  vi.setSystemTime(Date.now() + 3539_000);
  expect(await token()).toBe(one);
  expect(vendor.requests).toHaveLength(1);
  vi.setSystemTime(Date.now() + 2_000);
  expect(await token()).not.toBe(one);
  expect(vendor.requests).toHaveLength(2);
});

test.each([
  ["3600", 3539, 3541],
  [60, 29, 31],
  [90, 44, 46],
  [undefined, 10 ** 6, undefined],
  ["soon", 10 ** 6, undefined],
  [0, 10 ** 6, undefined],
])("expires_in %s", async (expiresIn, kept, renewed) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vendor.expiresIn = expiresIn;
  const token = tokens();
  const issued = Date.now();
  const first = await token();

  vi.setSystemTime(issued + kept * 1000);
  expect(await token()).toBe(first);
  if (renewed !== undefined) {
    vi.setSystemTime(issued + renewed * 1000);
    expect(await token()).not.toBe(first);
  }
  expect(await token(await token())).not.toBe(first);
});

test("an access token is asked for again after a failure", async () => {
  let calls = 0;
  const fetch = async () =>
    calls++ === 0 ? Promise.reject(new TypeError("fetch failed")) : Response.json({ access_token: "a" });
  const token = accessTokens({ url: vendor.url, apiToken: "s3cret", fetch });

  await expect(token()).rejects.toThrow("fetch failed");

  expect(await token()).toBe("a");
});

test.each([{}, { access_token: "" }, { access_token: 7 }, { access_token: "a\nb" }, null])(
  "%o has no access token",
  async (answer) => {
    const token = accessTokens({ url: vendor.url, apiToken: "s3cret", fetch: async () => Response.json(answer) });
    await expect(token()).rejects.toThrow("POST /services/mtm/v1/oauth2/token: 200: the answer has no access_token");
  },
);

test.each([301, 302, 303, 307, 308])("a redirect is not followed: %s", async (status) => {
  vendor.failures.push({ status, headers: { location: "/elsewhere" } });

  expect((await errorOf(ask())).message).toBe(
    `GET /thing: ${status}: a redirect, which is not followed: expected the workspace's own host`,
  );
  expect(vendor.requests).not.toContain("GET /elsewhere");
});

test("an answer that a fetch has followed or a browser has hidden is a redirect, too", async () => {
  for (const what of [{ redirected: true }, { type: "opaqueredirect", status: 0 }]) {
    const answer = Object.defineProperties(
      Response.json({}),
      Object.fromEntries(Object.entries(what).map(([name, value]) => [name, { value }])),
    );
    expect((await errorOf(ask({ token: () => "t0ken", fetch: answering(answer) }))).message).toMatch("a redirect");
  }
});

test("Retry-After is honoured once", async () => {
  vendor.failures.push({ status: 429, headers: { "retry-after": "1" } });
  const started = performance.now();

  await ask();

  expect(performance.now() - started).toBeGreaterThan(900);
  vendor.failures.push(
    { status: 503, headers: { "retry-after": "0" } },
    { status: 503, headers: { "retry-after": "7" }, body: { message: "busy" } },
  );
  expect(await errorOf(ask())).toMatchObject({ status: 503, retryAfter: 7, message: "GET /thing: 503: busy" });
});

test.each([
  ["3600", 3600],
  [new Date(Date.now() + 3_600_000).toUTCString(), expect.closeTo(3600, -1)],
  ["soon", undefined],
  ["-1", undefined],
  ["2026-11-01", undefined],
  ["Sometime, GMT", undefined],
  ["", undefined],
])("a longer or unreadable Retry-After is the caller's: %s", async (header, retryAfter) => {
  const answer = new Response("", { status: 429, headers: { "retry-after": header } });
  expect(await errorOf(ask({ token: () => "t0ken", fetch: answering(answer) }))).toMatchObject({
    status: 429,
    retryAfter,
  });
});

test("a Retry-After in the past is no wait, and the signal ends one", async () => {
  vendor.failures.push({ status: 429, headers: { "retry-after": new Date(0).toUTCString() } });
  await ask();

  vendor.failures.push({ status: 429, headers: { "retry-after": "30" } });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  expect(await errorOf(ask({ signal: controller.signal }))).toMatchObject({ name: "AbortError" });
});

test("an answer is bounded by what it announces and by what comes", async () => {
  let sent = 0;
  let isCancelled = false;
  const chunk = new Uint8Array(1024 * 1024);
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(chunk);
      },
      cancel: () => {
        isCancelled = true;
        throw new Error("the connection is gone");
      },
    });

  const announced = new Response(endless(), { headers: { "content-length": "134217729" } });
  const error = await errorOf(ask({ token: () => "t0ken", fetch: answering(announced) }));
  expect(error).toBeInstanceOf(AnswerTooLargeError);
  expect(error.message).toBe("GET /thing: 200: the answer has more than 134217728 bytes");
  expect([sent < 5, isCancelled]).toEqual([true, true]);

  isCancelled = false;
  expect(await errorOf(ask({ token: () => "t0ken", fetch: answering(new Response(endless())) }))).toMatchObject({
    status: 200,
  });
  expect([sent < 140, isCancelled]).toEqual([true, true]);
  const failed = new Response(endless(), { status: 500 });
  expect((await errorOf(ask({ token: () => "t0ken", fetch: answering(failed) }))).message).toBe("GET /thing: 500");
});

test("half an answer is an error", async () => {
  for (const status of [200, 500]) {
    vendor.failures.push((response) => {
      response.writeHead(status, { "content-length": 100 }).write('{"data":[');
      setTimeout(() => response.destroy(), 20);
    });
    const expected = status === 200 ? "GET /thing: 200: the answer broke off" : "GET /thing: 500";
    expect(await errorOf(ask())).toMatchObject({ name: "LeanixApiError", status, message: expected });
  }
});

test("a message is one printable line without the token, whatever LeanIX sends", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), async (one, other) => {
      const body = JSON.stringify({ message: `${one}t0ken\u001b\u202e\n`, errors: [{ messages: [other] }, 7] });
      const error = await errorOf(ask({ token: () => "t0ken", fetch: answering(new Response(body, { status: 400 })) }));
      expect(error.message).toMatch(/^GET \/thing: 400[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{0,485}$/u);
      expect(error.message).not.toContain("t0ken");
    }),
  );
});

test("instanceof holds across the copies of the class, and for nothing else", async () => {
  vi.resetModules();
  const { LeanixApiError: Other } = await import("../../src/api/error.js");
  class Mine extends LeanixApiError {}
  const error = new LeanixApiError("m", { status: 500 });
  const mine = new Mine("m", { status: 500 });

  expect(Other).not.toBe(LeanixApiError);
  expect([error, mine].map((value) => value instanceof Other)).toEqual([true, true]);
  expect([error, mine, new Other("m", { status: 1 })].map((value) => value instanceof Mine)).toEqual([
    false,
    true,
    false,
  ]);
  const others = [new Error("m"), { name: "LeanixApiError", status: 500 }, null, undefined, "LeanixApiError", () => {}];
  expect(others.filter((value) => value instanceof LeanixApiError)).toEqual([]);
});

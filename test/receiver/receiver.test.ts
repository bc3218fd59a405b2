/** What every face of a receiver shares: who may deliver, what is answered, what is told to whom. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebhookEventError } from "../../src/index.js";
import { verifier } from "../../src/receiver/authorization.js";
import {
  type Authorization,
  basicAuth,
  createReceiver,
  type FailedDelivery,
  type ReceiverOptions,
} from "../../src/receiver.js";
import { exampleBody } from "../examples.js";

const secret = "a-secret of two words";
type Body = ConstructorParameters<typeof Response>[0];

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
const viewedOn = (createdAt: string) => ({ ...exampleBody("fact-sheet-viewed"), createdAt });
const good = JSON.stringify(viewedOn(daysAgo(0)));

function receiverOf(options: Partial<ReceiverOptions> = {}) {
  return createReceiver({ authorization: { header: secret }, handle: () => {}, ...options });
}

function request(body: Body = good, authorization: string | null = secret, method = "POST"): Request {
  const headers = authorization === null ? undefined : { authorization };
  return new Request("http://localhost/", { method, body, headers, duplex: "half" } as RequestInit);
}

async function post(options: Partial<ReceiverOptions> = {}, body?: Body, authorization?: string | null) {
  const response = await receiverOf(options).fetch(request(body, authorization));
  return { status: response.status, text: await response.text(), headers: response.headers };
}

let logged: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  logged = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe("authorization", () => {
  const status = async (authorization: Authorization, header: string | null) =>
    (await post({ authorization }, good, header)).status;

  test("is the whole header", async () => {
    expect(await status({ header: secret }, secret)).toBe(204);
    for (const wrong of [null, "", "a-secret", `${secret}s`, secret.toUpperCase(), `${secret}, ${secret}`])
      expect(await status({ header: secret }, wrong)).toBe(401);
  });

  test("is any of several, while a secret is being replaced", async () => {
    const header = [basicAuth("leanix", "new"), basicAuth("leanix", "old")];
    for (const value of header) expect(await status({ header }, value)).toBe(204);
    expect(await status({ header }, basicAuth("leanix", "older"))).toBe(401);
  });

  test("is what a function says; false if it throws, rejects, says anything else, or there is no header", async () => {
    const said: unknown[] = [true, Promise.resolve(true), false, Promise.reject(new Error("expired")), "yes", 1];
    const statuses = said.map((answer) => status((() => answer) as () => boolean, "Bearer token"));
    expect(await Promise.all(statuses)).toEqual([204, 204, 401, 401, 401, 401]);
    const thrower = () => {
      throw new Error("no keys");
    };
    expect(await status(thrower, "Bearer token")).toBe(401);
    expect(await status(() => true, null)).toBe(401);
    const told = logged.mock.calls.filter(([line]: unknown[]) => String(line).endsWith("authorization threw:"));
    expect(told.map(([, failure]: unknown[]) => (failure as Error).message)).toEqual(["expired", "no keys"]);
    expect(await status((header) => header === "Bearer token", "Bearer token")).toBe(204);
  });

  test("is checked before the body is read, and the answer says how", async () => {
    const body = request(good, "wrong");
    const response = await receiverOf().fetch(body);
    expect(response.headers.get("www-authenticate")).toBe('Basic realm="webhook"');
    expect(body.bodyUsed).toBe(false);
    const { headers } = await post({ authorization: () => false }, good, "Bearer token");
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });

  test("reads as many characters as were sent, for each secret, whatever matches", async () => {
    const secrets = ["first secret", "second", "third secret, longer than the others"];
    const verify = verifier({ header: secrets });
    const read = vi.spyOn(String.prototype, "charCodeAt");
    const reads = (given: string) => {
      read.mockClear();
      const verdict = verify(given);
      return [verdict, read.mock.calls.length];
    };
    for (const secret of secrets) {
      const length = secret.length;
      const expected = 2 * secrets.length * length;
      expect(reads(secret)).toEqual([true, expected]);
      for (const wrong of ["x".repeat(length), `${secret.slice(1)}x`, `x${secret.slice(1)}`])
        expect(reads(wrong)).toEqual([false, expected]);
    }
    expect(reads("")).toEqual([false, 0]);
    expect(verify(secrets.join(""))).toBe(false);
    expect(verify(secrets[1]!.repeat(2))).toBe(false);
  });

  test("needs no WebCrypto", async () => {
    vi.stubGlobal("crypto", undefined);
    expect(await status({ header: secret }, secret)).toBe(204);
    vi.unstubAllGlobals();
  });

  test("is left to a gateway only by saying so", async () => {
    expect(await status("none", null)).toBe(204);
  });

  test.each([
    undefined,
    null,
    "secret",
    {},
    { header: undefined },
    { header: "" },
    { header: [] },
    { header: ["good", undefined] },
    { header: "ä" },
    { header: "a\n" },
    { header: " a" },
    { header: "a\tb" },
    { header: `Bearer ${undefined}` },
    { header: `${null}` },
    { header: `token=${undefined}` },
  ])("%j is a TypeError when the receiver is made", (authorization) => {
    expect(() => receiverOf({ authorization: authorization as Authorization })).toThrow(TypeError);
    expect(() => receiverOf({ authorization: authorization as Authorization })).toThrow(/is the variable set\?$/);
  });

  test("basicAuth is user and password in base64 of UTF-8, and neither may be unset", () => {
    expect(basicAuth("leanix", "pä:ss")).toBe(`Basic ${Buffer.from("leanix:pä:ss").toString("base64")}`);
    const wrong: [(string | undefined)?, (string | undefined)?][] = [
      ["", "p"],
      ["u", ""],
      ["u:v", "p"],
      [undefined, "p"],
      ["u", undefined],
      ["u", `${undefined}`],
      [`${null}`, "p"],
    ];
    for (const [user, password] of wrong) expect(() => basicAuth(user, password)).toThrow(TypeError);
  });
});

describe("the answer", () => {
  test.each([
    ["an event", good],
    ["a wrapped event", JSON.stringify({ id: "e", tags: [], payload: JSON.parse(good) })],
    ["an empty event", "{}"],
    ["an unknown event", '{"type":"FactSheetRenamedEvent"}'],
  ])("to %s is 204", async (_, body) => {
    const handle = vi.fn();
    const { status, text } = await post({ handle }, body);
    expect({ status, text }).toEqual({ status: 204, text: "" });
    expect(handle).toHaveBeenCalledOnce();
  });

  test.each([
    ["a malformed event", '{"type":"FactSheetViewedEvent"}', /^FACT_SHEET_VIEWED: /],
    ["no JSON", "{", /expected JSON/],
    ["no UTF-8", new Uint8Array([0x22, 0xe4, 0x22]), /expected UTF-8/],
  ])("to %s is 202 with its line, and onInvalid is told", async (_, body, line) => {
    const onInvalid = vi.fn();
    const handle = vi.fn();
    const { status, text, headers } = await post({ onInvalid, handle }, body);
    expect(status).toBe(202);
    expect(text).toMatch(line);
    expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(onInvalid).toHaveBeenCalledExactlyOnceWith(expect.any(WebhookEventError), undefined);
    expect(handle).not.toHaveBeenCalled();
  });

  test("to a body that onInvalid could not store is 500, and what it threw is logged", async () => {
    const full = new Error("disk full");
    expect(await post({ onInvalid: () => Promise.reject(full) }, "{")).toMatchObject({ status: 500 });
    expect(logged).toHaveBeenCalledExactlyOnceWith("Webhook delivery answered 500:", full);
  });

  test("to a handler that throws is 500, and onError is told; what it threw does not go out", async () => {
    const onError = vi.fn<(error: unknown, delivery: FailedDelivery) => void>();
    const failure = new Error("database password is wrong");
    const { status, text } = await post({ handle: () => Promise.reject(failure), onError });
    expect(status).toBe(500);
    expect(text).not.toContain("password");
    const event = expect.objectContaining({ type: "FACT_SHEET_VIEWED" });
    expect(onError).toHaveBeenCalledExactlyOnceWith(failure, { event, willRetry: true, context: undefined });
  });

  test("without onInvalid and onError is logged in one line, without a value of the body", async () => {
    const throws = () => {
      throw new Error("boom");
    };
    await post({ handle: throws });
    await post({ handle: throws }, JSON.stringify(viewedOn(daysAgo(6))));
    await post({}, '"secret-value');
    const lines = logged.mock.calls.map(([line]: unknown[]) => line);
    expect(lines).toEqual([
      "FACT_SHEET_VIEWED answered 500:",
      "FACT_SHEET_VIEWED answered 202, given up:",
      expect.stringMatching(/^Webhook body answered 202: /),
    ]);
  });

  test("to anything but POST is 405", async () => {
    for (const method of ["GET", "HEAD", "PUT"]) {
      const response = await receiverOf().fetch(request(method === "PUT" ? good : null, secret, method));
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });
});

describe("an event that always fails", () => {
  const onError = vi.fn<(error: unknown, delivery: FailedDelivery) => unknown>();
  const fails = { handle: () => Promise.reject(new Error("always")), onError };
  const statusOf = async (body: object, options = {}) =>
    (await post({ ...fails, ...options }, JSON.stringify(body))).status;
  beforeEach(() => {
    onError.mockReset();
  });

  test("is given up after five days, by its payload's or else its envelope's time", async () => {
    expect(await statusOf(viewedOn(daysAgo(4.9)))).toBe(500);
    expect(await statusOf(viewedOn(daysAgo(6)))).toBe(202);
    expect(onError.mock.calls.map(([, { willRetry }]) => willRetry)).toEqual([true, false]);
    expect(await statusOf({ createdAt: daysAgo(6), payload: viewedOn(daysAgo(1)) })).toBe(500);
    expect(await statusOf({ createdAt: daysAgo(1), payload: viewedOn(daysAgo(6)) })).toBe(202);
    expect(await statusOf(viewedOn(daysAgo(6).replace("Z", "+00")))).toBe(202);
  });

  test("may have its time as a number, of milliseconds or of seconds", async () => {
    const payload = exampleBody("configuration-created");
    const millisecondsAgo = (days: number) => Date.parse(daysAgo(days));
    expect(await statusOf({ createdAt: millisecondsAgo(1), payload })).toBe(500);
    expect(await statusOf({ createdAt: millisecondsAgo(6), payload })).toBe(202);
    expect(await statusOf({ createdAt: Math.round(millisecondsAgo(1) / 1000), payload })).toBe(500);
    expect(await statusOf({ createdAt: Math.round(millisecondsAgo(6) / 1000), payload })).toBe(202);
  });

  test("is not given up for the time of a fact sheet that a callback has sent", async () => {
    const factSheet = { id: "f", type: "Application", createdAt: "2021-05-05T10:00:00Z" };
    const wrapped = (days: number) => ({ id: "e", createdAt: daysAgo(days), tags: ["pathfinder"], payload: factSheet });
    expect(await statusOf(factSheet)).toBe(500);
    expect(await statusOf(wrapped(0))).toBe(500);
    expect(await statusOf(wrapped(6))).toBe(202);
    expect(onError.mock.calls.map(([, { event }]) => event.type)).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN"]);
  });

  test.each([
    (time: string) => `${time}Z`,
    (time: string) => `${time}.123456789012Z`,
    (time: string) => `${time},5+01:00`,
    (time: string) => `${time}-0530`,
    (time: string) => `${time}+01`,
    (time: string) => `${time}+01:00[Europe/Berlin]`,
    (time: string) => `${time.slice(0, -3)}Z`,
    (time: string) => `${time.replace("T", "t")}z`,
    (time: string) => `${time.replace("T", " ")} +00:00`,
    (time: string) => time,
  ])("may have its time in any form of ISO 8601: %s", async (form) => {
    const wrapped = (days: number) => ({ createdAt: form(daysAgo(days).slice(0, 19)), payload: configuration });
    const configuration = exampleBody("configuration-created");
    expect([await statusOf(wrapped(4)), await statusOf(wrapped(6))]).toEqual([500, 202]);
  });

  test.each([{ toString: 1 }, [Date.parse("2026-01-01")]])("has no time in %j", async (createdAt) => {
    expect(await statusOf({ type: "Other", createdAt })).toBe(500);
    expect(onError).toHaveBeenCalledOnce();
  });

  test.each(["some day", "May 1", "2001", "0001-01-01T00:00Z", 0, -1, 7, null])(
    "is not given up for the implausible time %j",
    async (createdAt) => {
      expect(await statusOf({ createdAt, tags: [], payload: exampleBody("configuration-created") })).toBe(500);
    },
  );

  test("is sent again for ever where it has no time, or with Infinity", async () => {
    expect(await statusOf(exampleBody("configuration-created"))).toBe(500);
    expect(await statusOf(viewedOn(daysAgo(60)), { giveUpAfterMs: Number.POSITIVE_INFINITY })).toBe(500);
    expect(await statusOf(viewedOn(daysAgo(1)), { giveUpAfterMs: 0 })).toBe(202);
  });

  test("is not lost where onError, which should keep it, fails", async () => {
    const lost = new Error("no store");
    onError.mockRejectedValue(lost);
    expect(await statusOf(viewedOn(daysAgo(6)))).toBe(500);
    expect(logged).toHaveBeenCalledExactlyOnceWith("Webhook delivery answered 500:", lost);
  });
});

describe("maxBytes", () => {
  test("is 25 million by default, and is counted while the body streams", async () => {
    const chunk = new Uint8Array(1_000_000).fill(32);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(chunk);
      },
    });
    expect((await post({}, endless)).status).toBe(413);
    expect(pulled).toBeLessThanOrEqual(27);
  });

  test("is a number of bytes", async () => {
    const maxBytes = Buffer.byteLength(good);
    expect((await post({ maxBytes }, good)).status).toBe(204);
    expect(await post({ maxBytes: maxBytes - 1 }, good)).toMatchObject({
      status: 413,
      text: `body: expected at most ${maxBytes - 1} bytes`,
    });
  });
});

test.each([
  ...[Number.NaN, -1, null, "", "9", [], true].flatMap((value) => [{ maxBytes: value }, { giveUpAfterMs: value }]),
  ...[null, "log", {}].flatMap((value) => [
    { handle: value },
    { onInvalid: value },
    { onError: value },
    { onRefused: value },
  ]),
  { handle: undefined },
])("the option %j is a TypeError that names it when the receiver is made", (option) => {
  const [name] = Object.keys(option);
  const made = () => receiverOf(option as Partial<ReceiverOptions>);
  expect(made).toThrow(TypeError);
  expect(made).toThrow(new RegExp(`^${name}: expected `));
});

test("what the runtime passes second goes to the handler and to both callbacks", async () => {
  const env = { table: "events" };
  const seen: unknown[] = [];
  const { fetch } = createReceiver({
    authorization: "none",
    handle: (event, { table }: typeof env) => {
      seen.push(table);
      if (event.type === "UNKNOWN") throw new Error("unknown");
    },
    onInvalid: (_, { table }) => seen.push(table),
    onError: (_, { context }) => seen.push(context.table),
  });
  for (const body of [good, "{", "{}"]) await fetch(request(body), env);
  expect(seen).toEqual(["events", "events", "events", "events"]);
  // @ts-expect-error the handler asks for it
  () => fetch(request());
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accessTokens, type DeliveryLogOptions, type LoggedDelivery, readDeliveryLog } from "../../src/log.js";
import { createReceiver } from "../../src/receiver.js";
import { createPayload } from "../../src/testing.js";
import { at, failed, handled, LOG, type LogVendor, type Row, startLog } from "./log-vendor.js";

let vendor: LogVendor;
beforeEach(async () => {
  vendor = await startLog();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await vendor.close();
});

function read(options: Partial<DeliveryLogOptions> = {}) {
  const token = accessTokens({ url: vendor.url, apiToken: "s3cret" });
  return readDeliveryLog({ url: vendor.url, subscriptionId: "w 1", token, ...options });
}

async function all(options: Partial<DeliveryLogOptions> = {}): Promise<LoggedDelivery[]> {
  const deliveries = [];
  for await (const delivery of read(options)) deliveries.push(delivery);
  return deliveries;
}

const eventIds = async (options: Partial<DeliveryLogOptions> = {}) =>
  (await all(options)).map(({ eventId }) => eventId);

/** The log lists the newest first. */
const newestFirst = (...rows: Row[]) => rows.sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

describe("what is lost", () => {
  test("a delivery has its body byte for byte, and what the receiver answered", async () => {
    const payload = `\uFEFF{ "type":"FactSheetViewedEvent","id":9007199254740993,\n\t"a":1.0, "a":2,"é":"\\u00e9" }\n\n`;
    vendor.rows = [failed("e1", 7, { id: "d1", payload })];

    const [delivery] = await all();

    expect(delivery).toMatchObject({
      body: payload,
      why: "FAILED",
      id: "d1",
      eventId: "e1",
      createdAt: at(7),
      tries: 1,
      status: 500,
      answer: "not handled: send it again",
      result: { success: false, error: { eventType: "FACT_SHEET_VIEWED" } },
    });
  });

  test("each event that no delivery of was handled, once, the oldest first, whether each try is a row or not", async () => {
    vendor.rows = newestFirst(
      failed("down", 1),
      failed("down", 51, { httpStatus: 503 }),
      failed("down", 101),
      handled("fine", 2),
      failed("late", 3),
      handled("late", 53),
      failed("single", 4),
      failed("odd", 5, { success: true, httpStatus: 202, responseBody: "FACT_SHEET_VIEWED: id: expected number" }),
      failed("unreachable", 6, { httpStatus: null, responseBody: null }),
    );

    const deliveries = await all();

    expect(deliveries.map(({ eventId, why, tries, status }) => [eventId, why, tries, status])).toEqual([
      ["down", "FAILED", 3, 500],
      ["single", "FAILED", 1, 500],
      ["odd", "REFUSED", 1, 202],
      ["unreachable", "FAILED", 1, undefined],
    ]);
    expect(deliveries[0]!.createdAt).toBe(at(1));
    expect(await eventIds({ only: "events" })).toEqual(["down", "fine", "single", "odd", "unreachable", "late"]);
    expect(await eventIds({ only: "all" })).toEqual(vendor.rows.map(({ eventId }) => eventId).reverse());
  });

  test("a refusal after failures, and a success before or after one", async () => {
    const refused = { success: true, httpStatus: 202, responseBody: "UNKNOWN: given up because of its age" };
    vendor.rows = newestFirst(
      failed("given up", 1),
      failed("given up", 51, refused),
      handled("again", 2),
      failed("again", 52, refused),
      failed("mended", 3, refused),
      handled("mended", 53),
    );

    expect(await all()).toMatchObject([
      { eventId: "given up", why: "REFUSED", tries: 2, createdAt: at(51), status: 202 },
    ]);
  });

  test("what a callback did not let out is not lost", async () => {
    vendor.rows = newestFirst(
      failed("suppressed", 1, { active: false, payload: null, httpStatus: null, responseBody: null }),
      failed("failed first", 2),
      failed("failed first", 3, { active: false }),
    );

    expect(await eventIds()).toEqual(["failed first"]);
    expect(await all({ only: "events" })).toMatchObject([
      { eventId: "suppressed", why: "SUPPRESSED", body: "", result: { success: false } },
      { eventId: "failed first", why: "FAILED" },
    ]);
  });

  test("each line with which the receiver acknowledges a body that it does not handle is a refusal", async () => {
    const receiver = createReceiver({
      authorization: "none",
      handle: () => Promise.reject(new Error("always")),
      onInvalid: () => {},
      onError: () => {},
      giveUpAfterMs: 0,
    });
    const bodies = [
      "{",
      JSON.stringify({ type: "FactSheetViewedEvent" }),
      JSON.stringify(createPayload("COMMENT_CREATED")),
    ];
    for (const body of [...bodies, '{"id":"e","createdAt":"2026-01-01T00:00:00Z","tags":[],"payload":{"type":"x"}}']) {
      const response = await receiver.fetch(new Request("http://localhost/", { method: "POST", body }));
      const [httpStatus, responseBody] = [response.status, await response.text()];
      vendor.rows.unshift(handled(responseBody, vendor.rows.length, { httpStatus, responseBody }));
    }

    expect((await all()).map(({ why, eventId }) => `${why} ${eventId}`)).toEqual([
      "REFUSED webhook event: body: expected JSON, received 1 characters of something else",
      expect.stringMatching(/^REFUSED FACT_SHEET_VIEWED: /),
      "REFUSED COMMENT_CREATED: given up because of its age",
      "REFUSED UNKNOWN: given up because of its age",
    ]);
  });

  test.each([
    [{ httpStatus: 202, responseBody: "Accepted" }, false],
    [{ httpStatus: 202, responseBody: null }, false],
    [{ httpStatus: 202, responseBody: "OK: FACT_SHEET_VIEWED: queued" }, false],
    [{ httpStatus: 200, responseBody: "UNKNOWN: thanks" }, false],
    [{ success: undefined, httpStatus: 204 }, false],
    [{ success: undefined, httpStatus: 199 }, true],
    [{ success: undefined, httpStatus: 300 }, true],
    [{ success: undefined, httpStatus: undefined }, true],
    [{ success: false, httpStatus: 200 }, true],
  ])("%o is lost: %s", async (row, isLost) => {
    vendor.rows = [handled("e", 1, row as Partial<Row>)];

    expect(await all()).toHaveLength(isLost ? 1 : 0);
  });

  test("a row without an event's id is an event of its own; a payload can be an object, and a time a number", async () => {
    const { eventId: _, ...bare } = failed("", 2, { id: "d1", payload: { a: 1 } });
    vendor.rows = [bare, failed("e", 1, { createdAt: Date.parse(at(1)) }), failed("f", 0, { createdAt: "soon" })];
    vendor.rows.push(failed("g", 0, { createdAt: 8.7e15 }), failed("h", 0, { createdAt: null as never }));

    expect(await all({ since: at(0) })).toMatchObject([
      { eventId: "h", createdAt: "" },
      { eventId: "g", createdAt: "" },
      { eventId: "f", createdAt: "soon" },
      { eventId: "e", createdAt: at(1) },
      { eventId: "d1", body: '{"a":1}' },
    ]);
  });
});

describe("pages", () => {
  const many = (number: number) => Array.from({ length: number }, (_, index) => failed(`e${index}`, index)).reverse();

  test("are read to the first row that is too old", async () => {
    vendor.rows = many(350);

    expect(await eventIds({ since: at(120) })).toEqual(Array.from({ length: 230 }, (_, index) => `e${index + 120}`));
    expect(vendor.pages).toEqual(["1/100", "2/100", "3/100", "3/100", "2/100", "1/100"]);
    vendor.pages.length = 0;
    expect(await eventIds({ since: new Date(at(349)) })).toEqual(["e349"]);
    expect(vendor.pages).toEqual(["1/100", "1/100"]);
  });

  test("of which nothing is wanted are read once", async () => {
    vendor.rows = many(1000).map((row, index) => (index === 555 ? row : { ...row, success: true, httpStatus: 204 }));

    expect(await all()).toHaveLength(1);
    expect(vendor.pages.slice(-2)).toEqual(["11/100", "6/100"]);
  });

  test("an empty log", async () => {
    expect(await all()).toEqual([]);
    vendor.onPage = () => ({ body: { status: "OK", total: 0 } });
    expect(await all()).toEqual([]);
  });

  test("that are shorter than asked for", async () => {
    vendor.rows = many(95);
    vendor.maxSize = 30;

    expect(await eventIds()).toHaveLength(95);
    expect(vendor.pages).toEqual(["1/100", "2/100", "3/30", "4/30", "5/30", "4/30", "3/30", "2/30", "1/30"]);
  });

  test("whose answer is too large are asked for again with half the rows", async () => {
    vendor.rows = many(130);
    vendor.onPage = (_page, size) => (size > 7 ? { headers: { "content-length": "134217729" }, body: "{" } : undefined);

    expect(await eventIds()).toEqual(Array.from({ length: 130 }, (_, index) => `e${index}`));
    expect(vendor.pages.slice(0, 6)).toEqual(["1/100", "1/50", "1/25", "1/13", "1/7", "2/7"]);
  });

  test("of one row that is too large are an error", async () => {
    vendor.onPage = () => ({ headers: { "content-length": "134217729" }, body: "{" });

    expect(await errorOf(all())).toMatchObject({
      name: "LeanixApiError",
      message: `GET ${LOG}: 200: the answer has more than 134217728 bytes`,
    });
    expect(vendor.pages.at(-1)).toBe("1/1");
  });

  test("that repeat themselves without end are an error", async () => {
    const rows = many(3);
    vendor.onPage = () => ({ body: { data: rows } });

    expect(await errorOf(all())).toMatchObject({ message: `GET ${LOG}: 200: the log repeats its pages` });
  });

  test("that shift while they are read lose and double nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ event: fc.nat(150), verdict: fc.constantFrom("f", "f", "h", "r", "s"), same: fc.boolean() }),
          {
            minLength: 0,
            maxLength: 500,
          },
        ),
        fc.infiniteStream(fc.nat(130)),
        fc.constantFrom("lost", "events", "all"),
        async (deliveries, growth, only) => {
          let second = 0;
          const rowOf = ({ event, verdict, same }: (typeof deliveries)[number]) => {
            if (!same) second++;
            if (verdict === "h") return handled(`e${event}`, second);
            if (verdict === "s") return failed(`e${event}`, second, { active: false });
            const refused = { success: true, httpStatus: 202, responseBody: "UNKNOWN: no" };
            return failed(`e${event}`, second, verdict === "r" ? refused : {});
          };
          vendor.rows = deliveries.map(rowOf).reverse();
          const expected = expectedOf(vendor.rows, only);
          let isFirst = true;
          vendor.onPage = () => {
            if (!isFirst && deliveries.length > 0)
              for (let rows = growth.next().value % 131 > 100 ? 7 : 0; rows > 0; rows--)
                vendor.rows.unshift(handled(`new${++second}`, second));
            isFirst = false;
            return undefined;
          };

          expect((await all({ only })).map(({ id }) => id)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  /** Ids of the rows that are wanted, the oldest first, found without pages. */
  function expectedOf(rows: Row[], only: "lost" | "events" | "all"): string[] {
    const oldestFirst = [...rows].reverse();
    if (only === "all") return oldestFirst.map(({ id }) => id);
    const isHandled = ({ success, httpStatus }: Row) => success === true && httpStatus === 204;
    const isRefused = ({ httpStatus }: Row) => httpStatus === 202;
    const isSent = ({ active }: Row) => active === true;
    return oldestFirst
      .filter((row) => {
        const tries = oldestFirst.filter(({ eventId }) => eventId === row.eventId);
        const first = tries.find(isHandled) ?? tries.find(isRefused) ?? tries.find(isSent) ?? tries[0]!;
        return row === first && (only === "events" || (isSent(row) && !isHandled(row)));
      })
      .map(({ id }) => id);
  }

  test("rows that LeanIX lets go after 30 days while the log is read are left out", async () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.parse(at(30 * 86_400)));
    vendor.rows = many(250);
    vendor.onPage = () => {
      if (vendor.pages.length === 5) vendor.rows.splice(-120);
      return undefined;
    };

    expect(await eventIds()).toEqual(Array.from({ length: 130 }, (_, index) => `e${index + 120}`));
  });

  test("a younger row that goes is an error", async () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.parse(at(86_400)));
    vendor.rows = many(1000);
    vendor.onPage = () => {
      if (vendor.pages.length === 12) vendor.rows.splice(500, 1);
      return undefined;
    };

    expect(await errorOf(all())).toMatchObject({
      message: "a delivery has left the log while it was read: read it again",
    });
  });

  test("a log of 100,000 rows", { timeout: 120_000 }, async () => {
    const uuid = (index: number) => `0a1b2c3d-ffff-4000-8000-${index.toString(16).padStart(12, "0")}`;
    vendor.rows = Array.from({ length: 100_000 }, (_, index) =>
      (index % 370 === 0 ? failed : handled)(`e${index}`, index, { id: uuid(index) }),
    ).reverse();

    const deliveries = await all();

    expect(deliveries.map(({ eventId }) => eventId)).toEqual(
      Array.from({ length: 271 }, (_, index) => `e${index * 370}`),
    );
    expect(vendor.pages.length).toBeLessThan(1001 + 272);
  });
});

describe("a vendor that misbehaves", () => {
  test.each([
    [{ status: 401, body: { message: "no" } }, "401: no"],
    [{ status: 404, body: { status: "ERROR", message: "no such subscription" } }, "404: no such subscription"],
    [{ status: 500, body: "" }, "500"],
    [{ status: 429, headers: { "retry-after": "3600" }, body: "" }, "429"],
    [
      { status: 302, headers: { location: "https://elsewhere.example" } },
      "302: a redirect, which is not followed: expected the workspace's own host",
    ],
    [{ body: "<html>" }, "200: the answer is not JSON"],
    [{ body: '{"status":"OK","data":[{"id":"d1"' }, "200: the answer is not JSON"],
    [{ body: { status: "ERROR", message: "locked" } }, "200: locked"],
    [{ body: "" }, "200: the answer is not a page of the delivery log"],
    [{ body: "null" }, "200: the answer is not a page of the delivery log"],
    [{ body: "[]" }, "200: the answer is not a page of the delivery log"],
    [{ body: {} }, "200: the answer is not a page of the delivery log"],
    [{ body: { data: {} } }, "200: the answer is not a page of the delivery log"],
    [{ body: { data: [null] } }, "200: the answer is not a page of the delivery log"],
    [{ body: { data: [{ id: "d1" }] } }, "200: the answer is not a page of the delivery log"],
    [{ body: { data: [{ id: 7, payload: "" }] } }, "200: the answer is not a page of the delivery log"],
    [
      { body: { status: "OK", type: "PullResult", data: { events: [] } } },
      "200: the answer is not a page of the delivery log",
    ],
  ])("%o is an error, at first and later", async (answer, message) => {
    vendor.rows = Array.from({ length: 150 }, (_, index) => failed(`e${index}`, index)).reverse();
    for (const failsAt of [1, 2, 5]) {
      vendor.pages.length = 0;
      vendor.onPage = () => (vendor.pages.length >= failsAt ? answer : undefined);

      expect(await errorOf(all())).toMatchObject({ name: "LeanixApiError", message: `GET ${LOG}: ${message}` });
    }
  });

  test("a token that expires is renewed, also while Retry-After is kept", async () => {
    vendor.rows = Array.from({ length: 350 }, (_, index) => failed(`e${index}`, index)).reverse();
    vendor.onPage = () => {
      if (vendor.pages.length === 2 || vendor.pages.length === 5) vendor.tokens = [];
      return vendor.pages.length === 2 ? { status: 429, headers: { "retry-after": "0" } } : undefined;
    };

    expect(await eventIds()).toHaveLength(350);
    expect(vendor.requests.filter((request) => request.startsWith("POST"))).toHaveLength(3);
  });

  test("a page that trickles in is given up", async () => {
    vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort(new DOMException("", "TimeoutError")));

    expect(await errorOf(all())).toMatchObject({ name: "TimeoutError" });
    expect(AbortSignal.timeout).toHaveBeenCalledWith(300_000);
  });

  test("no answer at all", async () => {
    await expect(all({ token: "t", url: "http://127.0.0.1:1" })).rejects.toThrow("fetch failed");
  });
});

test("the signal ends it while a page is read, and between deliveries", async () => {
  vendor.rows = Array.from({ length: 150 }, (_, index) => failed(`e${index}`, index)).reverse();
  for (const hangsAt of [1, 2, 5]) {
    vendor.pages.length = 0;
    const stop = new AbortController();
    vendor.onPage = () => {
      if (vendor.pages.length === hangsAt) stop.abort();
      return undefined;
    };
    expect((await all({ signal: stop.signal })).length).toBe(hangsAt === 5 ? 50 : 0);
  }
  expect(await all({ signal: AbortSignal.abort() })).toEqual([]);
});

test.each([
  [{ only: "every" }, 'only: expected "lost", "events" or "all"'],
  [{ since: "7 days" }, "since: expected an ISO 8601 time"],
  [{ subscriptionId: "" }, "subscriptionId: expected the id of the webhook"],
  [{ token: "undefined" }, "token: expected printable ASCII: is the variable set?"],
  [{ url: "http://example.com" }, "url: expected the workspace's host, such as https://example.leanix.net"],
])("%o is a TypeError at once", (options, message) => {
  expect(() => read(options as Partial<DeliveryLogOptions>)).toThrow(new TypeError(message));
});

test("a killed sweep is started again", { timeout: 60_000 }, async () => {
  vendor.rows = Array.from({ length: 250 }, (_, index) => failed(`e${index}`, index)).reverse();
  const sweep = `
    import { readDeliveryLog } from "./src/log.ts";
    for await (const { eventId } of readDeliveryLog({ url: "${vendor.url}", subscriptionId: "w 1", token: "t" })) {
      console.log(eventId);
      if (eventId === process.argv.at(-1)) process.kill(process.pid, "SIGKILL");
    }`;
  vendor.tokens = ["t"];
  for (const [killAt, expected] of [
    ["e120", 121],
    ["never", 250],
  ] as const) {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", sweep, killAt]);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    await once(child, "close");
    expect(output.trim().split("\n")).toEqual(Array.from({ length: expected }, (_, index) => `e${index}`));
  }
});

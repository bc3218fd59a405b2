import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { printerAhead } from "../../src/cli/listen/ahead.js";
import { fileName, record } from "../../src/cli/listen/record.js";
import { exampleBody } from "../examples.js";
import { freePort } from "../free-port.js";
import { folderOf } from "./folder.js";
import { listening } from "./listening.js";
import { cli, lines } from "./run.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const folder = folderOf({});
const viewed = exampleBody("fact-sheet-viewed");

const post = (url: string, body: string, headers = {}) => fetch(url, { method: "POST", body, headers });

test("it says its address, prints a line for each delivery and answers 2xx", async () => {
  const printed = await listening([], async (url) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await post(url, JSON.stringify(viewed))).status).toBe(204);
    expect((await post(url, JSON.stringify({ payload: viewed }))).status).toBe(204);
    expect((await post(url, "{}")).status).toBe(204);
    const refused = await post(url, JSON.stringify({ ...viewed, id: "hunter2" }));
    expect([refused.status, await refused.text()]).toEqual([
      202,
      "FACT_SHEET_VIEWED: id: expected integer, received string\n",
    ]);
    expect(await (await post(url, "{")).text()).toMatch(/^UNKNOWN: body: expected .*JSON/);
  });

  expect(printed[0]).toMatch(/^204 {2}ok +FACT_SHEET_VIEWED +sample +bare +\d+ bytes$/);
  expect(printed[1]).toMatch(/^204 {2}ok +FACT_SHEET_VIEWED +sample +wrapped +\d+ bytes$/);
  expect(printed[2]).toMatch(/^204 {2}unknown +UNKNOWN +- +bare +2 bytes: EMPTY$/);
  expect(printed[3]).toMatch(/^202 {2}refused .* \d+ bytes: id: expected integer, received string$/);
  expect(printed.join()).not.toContain("hunter2");
});

test("values are shown if asked for", async () => {
  const printed = await listening(["--values"], async (url) => {
    await post(url, JSON.stringify({ ...viewed, id: "hunter2" }));
  });

  expect(printed[0]).toContain('received string "hunter2"');
});

test("another method, and a body that is too large or cut off", async () => {
  const printed = await listening([], async (url) => {
    const get = await fetch(url);
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
    const large = await post(url, "x".repeat(25_000_001)).catch(() => undefined);
    expect(large?.status ?? 413).toBe(413);
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.end("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nx");
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });

  expect(printed[0]).toBe("405  GET: LeanIX sends POST");
  expect(printed[1]).toBe("413  POST: body: expected at most 25000000 bytes");
  expect(printed[2]).toBe("500  POST: body: incomplete");
});

test("what is no object is not wrapped, and what is not JSON has no form", async () => {
  const printed = await listening([], async (url) => {
    for (const body of ["7", '"x"', "[1]", "{", " "]) await post(url, body);
  });

  expect(printed.map((line) => line.split(/ {2,}/).slice(1, 5))).toEqual([
    ...Array.from({ length: 3 }, () => ["unknown", "UNKNOWN", "-", "bare"]),
    ...Array.from({ length: 2 }, () => ["refused", "UNKNOWN", "-", "-"]),
  ]);
  expect(printed[4]).toMatch(/1 bytes: body: expected JSON, received 1 characters of something else$/);
});

test("keys and values that control a terminal are escaped", async () => {
  const printed = await listening(["--values"], async (url) => {
    await post(url, JSON.stringify({ type: "\u001b[2J\n\u009b" }));
    const answer = await post(url, JSON.stringify({ ...viewed, createdAt: "\u202e\u001b[31m" }));
    expect(await answer.text()).toContain('received string "  [31m"');
  });

  expect(printed[0]).toMatch(/UNKNOWN_NAME "\\u001b\[2J\\n\\u\{9b\}"$/);
  expect(printed[1]).toMatch(/received string " {2}\[31m"$/);
});

test("with a secret, another Authorization header is refused", async () => {
  const use = async (url: string) => {
    expect((await post(url, "{}")).status).toBe(401);
    expect((await post(url, "{}", { authorization: "Basic x" })).status).toBe(401);
    expect((await post(url, "{}", { authorization: "secret" })).status).toBe(204);
  };
  const printed = await listening([], use, { LEANIX_AUTHORIZATION: "secret" });

  expect(printed.slice(0, 2)).toEqual([
    "401  POST: no Authorization header",
    "401  POST: another Authorization header",
  ]);
});

test("a secret that is empty is none, blanks around it are not part of it, and one of no header is refused", async () => {
  await listening([], async (url) => expect((await post(url, "{}")).status).toBe(204), { LEANIX_AUTHORIZATION: " " });
  const use = async (url: string) => {
    expect((await post(url, "{}", { authorization: "secret" })).status).toBe(204);
    expect((await post(url, "{}")).status).toBe(401);
  };
  await listening([], use, { LEANIX_AUTHORIZATION: " secret\n" });
  const { code, errors } = await cli(["listen", "--port", "0"], { env: { LEANIX_AUTHORIZATION: "hünter2" } });
  expect([code, errors]).toEqual([2, expect.not.stringContaining("hünter2")]);
  expect(lines(errors)).toHaveLength(1);
});

test("bodies are recorded as they came, in files that only their owner can read", async () => {
  const body = ` ${JSON.stringify(viewed)}\n`;
  await listening(["--record", folder("recorded")], async (url) => {
    await post(url, body);
    await post(url, "{");
  });

  const files = readdirSync(folder("recorded")).sort();
  expect(files).toEqual([
    expect.stringMatching(/^\d{8}T\d{9}Z-0001-fact-sheet-viewed\.json$/),
    expect.stringMatching(/-0002-unknown\.json$/),
  ]);
  expect(readFileSync(folder("recorded", files[0]!), "utf8")).toBe(body);
  if (process.platform === "win32") return;
  expect(statSync(folder("recorded", files[0]!)).mode & 0o777).toBe(0o600);
  expect(statSync(folder("recorded")).mode & 0o777).toBe(0o700);
});

test("a recording's name sorts by time, and is one that Windows takes", () => {
  const name = fileName(new Date("2026-01-31T09:15:00.123Z"), 7, "FACT_SHEET_VIEWED");

  expect(name).toBe("20260131T091500123Z-0007-fact-sheet-viewed.json");
  expect(name).not.toMatch(/[<>:"/\\|?*]/);
});

test("what cannot be recorded is not acknowledged, and not passed on", async () => {
  const printed = await listening(["--record", folder("gone"), "--forward", "http://127.0.0.1:1/"], async (url) => {
    rmSync(folder("gone"), { recursive: true });
    writeFileSync(folder("gone"), "");
    const answer = await post(url, "{}");
    expect([answer.status, await answer.text()]).toEqual([500, "not recorded\n"]);
  });

  expect(printed[0]).toMatch(/^500 .* 2 bytes, not recorded: ENOTDIR/);
});

test.each(["write", "rename"] as const)("a recording whose %s fails leaves no file", async (step) => {
  const full = folder(`full-${step}`);
  mkdirSync(full);
  const name = () => fileName(new Date("2026-01-31T09:15:00Z"), 1, "UNKNOWN");
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-31T09:15:00Z") });
  // A folder in the place of the file.
  mkdirSync(join(full, step === "write" ? `${name()}.part` : name()));

  expect(await record(full, 1, Buffer.from("{}"), "UNKNOWN")).toMatch(/E[A-Z]+/);

  vi.useRealTimers();
  expect(readdirSync(full)).toHaveLength(1);
});

test("a web page's request is refused, unless there is a secret", async () => {
  const origin = "https://example.com";
  const printed = await listening([], async (url) => expect((await post(url, "{}", { origin })).status).toBe(403));
  expect(printed).toEqual(["403  POST: a web page's request"]);
  const use = async (url: string) =>
    expect((await post(url, "{}", { origin, authorization: "secret" })).status).toBe(204);
  await listening([], use, { LEANIX_AUTHORIZATION: "secret" });
});

test("it warns if others can reach it without a secret", async () => {
  const args = ["listen", "--port", "0", "--host", "0.0.0.0"];

  expect((await cli(args)).errors).toBe(
    "warning: anybody who reaches 0.0.0.0 can post here: set LEANIX_AUTHORIZATION\n",
  );
  expect((await cli(args, { env: { LEANIX_AUTHORIZATION: "secret" } })).errors).toBe("");
  expect((await cli(["listen", "--port", "0"])).errors).toBe("");
});

test("it does not wait for a reader of its rows, and counts those that are left out", () => {
  const reader = new PassThrough({ highWaterMark: 1 });
  const print = printerAhead({ output: reader } as never);

  for (let rows = 0; rows < 15; rows++) print(`${rows}${"x".repeat(100_000)}`);

  expect(reader.writableLength + reader.readableLength).toBeLessThan(1_300_000);
  while (reader.read() !== null);
  print("last");
  expect(String(reader.read())).toMatch(/^\d rows are left out: their reader was too slow\nlast\n$/);
});

test("it notices that it forwards to itself", async () => {
  let end = () => {};
  const interrupted = new Promise<void>((resolve) => {
    end = resolve;
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const running = cli(["listen", "--port", String(port), "--forward", url], {
    interrupted,
    onOutput: (text) => text.startsWith("listening") && resolveListening(),
  });
  let resolveListening = () => {};
  await new Promise<void>((resolve) => {
    resolveListening = resolve;
  });

  const answer = await post(url, "{}");

  end();
  const { output } = await running;
  expect([answer.status, await answer.text()]).toEqual([508, "it forwards to itself\n"]);
  expect(lines(output)).toHaveLength(3);
  expect(lines(output)[2]).toMatch(/ 508 .* 2 bytes, forwarded to itself: EMPTY$/);
});

test("of an answer that is long, the beginning is passed back", async () => {
  const target = createServer((request, response) => {
    request.resume();
    response.writeHead(201);
    const write = () => {
      while (!response.destroyed && response.write("y".repeat(10_000)));
    };
    response.on("drain", write);
    write();
  });
  target.listen(0, "127.0.0.1");
  await once(target, "listening");
  const to = `http://127.0.0.1:${(target.address() as AddressInfo).port}/`;

  await listening(["--forward", to], async (url) => {
    const answer = await post(url, "{}");
    expect([answer.status, await answer.text()]).toEqual([201, "y".repeat(100_000)]);
  });
  target.closeAllConnections();
  target.close();
});

test("a delivery is passed on, and the answer back", async () => {
  const seen: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const target = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ url: request.url!, headers: request.headers, body });
    response.writeHead(seen.length === 1 ? 500 : 204).end(seen.length === 1 ? "down" : undefined);
  });
  target.listen(0, "127.0.0.1");
  await once(target, "listening");
  const to = `http://127.0.0.1:${(target.address() as AddressInfo).port}/hook?token=a%20b`;

  const printed = await listening(["--forward", to], async (url) => {
    const headers = { authorization: "secret", "x-webhooks-event": "x", cookie: "x" };
    const answer = await post(`${url}elsewhere?x`, " {}", headers);
    expect([answer.status, await answer.text()]).toEqual([500, "down"]);
    expect((await post(url, "{}")).status).toBe(204);
    target.closeAllConnections();
    await new Promise((resolve) => target.close(resolve));
    expect((await post(url, "{}")).status).toBe(502);
  });

  expect(seen[0]).toMatchObject({ body: " {}", headers: { authorization: "secret", "x-webhooks-event": "x" } });
  expect(seen[0]!.headers.cookie).toBeUndefined();
  expect(seen[0]!.url).toBe("/hook?token=a%20b");
  expect(printed[0]).toMatch(/^500 .* 3 bytes, forwarded: EMPTY$/);
  expect(printed[2]).toContain("could not be forwarded: no answer: nothing listens there");
});

test("a target that does not answer is given up, and does not keep the program", async () => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const to = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementationOnce(() => AbortSignal.abort(timedOut));
  const timedOut = new DOMException("", "TimeoutError");

  let pending: Promise<unknown> | undefined;
  const printed = await listening(["--forward", to], async (url) => {
    expect((await post(url, "{}")).status).toBe(502);
    pending = post(url, "{}").catch((error: Error) => error.name);
    await once(silent, "request");
  });
  silent.closeAllConnections();
  silent.close();

  expect(printed[0]).toContain("could not be forwarded: no answer within 30 s");
  expect(timeout).toHaveBeenCalledWith(30_000);
  expect(await pending).toBe("TypeError");
});

test("an address of IPv6, a port that is in use, and a host that is not here", async () => {
  await listening(["--host", "::1"], async (url) => {
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+\/$/);
    const inUse = await cli(["listen", "--host", "::1", "--port", new URL(url).port]);
    expect(inUse).toMatchObject({
      code: 2,
      errors: `error: port ${new URL(url).port} is in use; --port 0 takes a free one\n`,
    });
  });
  const elsewhere = await cli(["listen", "--port", "0", "--host", "192.0.2.1"]);
  expect(elsewhere.code).toBe(2);
  expect(lines(elsewhere.errors)).toHaveLength(1);
});

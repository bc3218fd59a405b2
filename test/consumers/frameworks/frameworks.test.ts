/** Every delivery that a receiver may meet, and every fault on the way, in every framework. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mount, mounts } from "./mounts.js";
import { secondSecret, secret, seen } from "./receiver.js";

const example = (name: string) => JSON.parse(readFileSync(`examples/payloads/${name}.json`, "utf8"));
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();

const good = JSON.stringify(example("fact-sheet-viewed"));
const failing = (days: number) => JSON.stringify({ ...example("comment-deleted"), createdAt: daysAgo(days) });
const padded = (bytes: number) => `${good.slice(0, -1)},"padding":"${"x".repeat(bytes)}"}`;

interface Case {
  status: number;
  body?: string;
  authorization?: string | undefined;
  method?: string;
  event?: string;
}

const cases: Record<string, Case> = {
  "a bare event": { body: good, status: 204, event: "FACT_SHEET_VIEWED" },
  "a wrapped event": {
    body: `{"id":"e","tags":["pathfinder"],"payload":${good}}`,
    status: 204,
    event: "FACT_SHEET_VIEWED",
  },
  "an empty event": { body: "{}", status: 204, event: "UNKNOWN" },
  "an unknown event": { body: '{"type":"FactSheetRenamedEvent"}', status: 204, event: "UNKNOWN" },
  "a malformed event": { body: '{"type":"FactSheetViewedEvent"}', status: 202 },
  "no JSON": { body: '{"type":', status: 202 },
  "an empty body": { body: "", status: 500 },
  "a wrong secret": { body: good, authorization: `${secret}x`, status: 401 },
  "no secret": { body: good, authorization: undefined, status: 401 },
  "the second secret": { body: good, authorization: secondSecret, status: 204, event: "FACT_SHEET_VIEWED" },
  GET: { method: "GET", status: 405 },
  "an event that fails": { body: failing(1), status: 500, event: "COMMENT_DELETED" },
  "an event that fails, six days old": { body: failing(6), status: 202, event: "COMMENT_DELETED" },
  "19 MB": { body: padded(19_000_000), status: 204, event: "FACT_SHEET_VIEWED" },
  "27 MB": { body: padded(27_000_000), status: 413 },
};

describe.each(Object.entries(mounts))("%s", (name, { start, differs = {}, elsewhere = false }) => {
  const isGateway = /Lambda|API Gateway|ALB|Azure/.test(name);
  let mount: Mount;
  beforeAll(async () => {
    mount = await start();
  });
  afterAll(() => mount?.close());

  test.each(Object.entries(cases))("%s", async (label, { method = "POST", body, event, status, ...rest }) => {
    seen.length = 0;
    const response = await send(mount.url, { method, body, ...{ authorization: secret, ...rest } });
    expect(response.status).toBe(differs[label] ?? status);
    if (status === 202 && response.status === 202) expect(response.text).not.toBe("");
    if (response.status === 401) expect(response.headers["www-authenticate"]).toBe('Basic realm="webhook"');
    if (response.status === 405 && !elsewhere) expect(response.headers.allow).toBe("POST");
    if (!elsewhere) expect(seen).toEqual(event === undefined ? [] : [event]);
  });

  test("200 at once", async () => {
    seen.length = 0;
    const sent = Array.from({ length: 200 }, () =>
      send(mount.url, { method: "POST", body: good, authorization: secret }),
    );
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([204]));
    if (!elsewhere) expect(seen).toHaveLength(200);
  });

  test("transfer-encoding: chunked", async () => {
    expect(await raw(mount.url, ["transfer-encoding: chunked"], chunked(good, 100))).toBe(204);
  });

  test("transfer-encoding: chunked, over the limit", async () => {
    expect(await raw(mount.url, ["transfer-encoding: chunked"], chunked(padded(27_000_000), 1_000_000))).toBe(413);
  });

  test("a slow upload", async () => {
    const bytes = Buffer.from(good);
    const parts = [bytes.subarray(0, 10), bytes.subarray(10, 40), bytes.subarray(40)];
    expect(await raw(mount.url, [`content-length: ${bytes.length}`], ...parts)).toBe(204);
  });

  test("a doubled header is never let in by a wrong one", async () => {
    const length = `content-length: ${Buffer.byteLength(good)}`;
    const both = (one: string, other: string) =>
      rawHeaders(mount.url, [length, `authorization: ${one}`, `authorization: ${other}`], good);
    expect([204, 401]).toContain(await both(secret, secret));
    expect([204, 401]).toContain(await both(secret, "wrong"));
    expect(await both("wrong", secret)).toBe(401);
    expect(await both("wrong", "wrong")).toBe(401);
  });

  test("an upload that stops half-way is no event, and the next delivery is handled", async () => {
    seen.length = 0;
    const { socket } = open(mount.url, [`content-length: ${Buffer.byteLength(good)}`, `authorization: ${secret}`]);
    socket.write(good.slice(0, 50));
    await pause(50);
    socket.destroy();
    await pause(50);
    expect(seen).toEqual([]);
    expect((await send(mount.url, { method: "POST", body: good, authorization: secret })).status).toBe(204);
  });

  test.skipIf(isGateway)("a client that goes away: its event is handled, and the next delivery too", async () => {
    seen.length = 0;
    const { socket } = open(mount.url, [`content-length: ${Buffer.byteLength(good)}`, `authorization: ${secret}`]);
    socket.write(good);
    if (elsewhere) await pause(20);
    else while (seen.length === 0) await pause(0);
    socket.destroy();
    await pause(20);
    if (!elsewhere) expect(seen).toEqual(["FACT_SHEET_VIEWED"]);
    expect((await send(mount.url, { method: "POST", body: good, authorization: secret })).status).toBe(204);
  });
});

interface Sent {
  method: string;
  body: string | undefined;
  authorization: string | undefined;
}

/** On a connection of its own: one that is kept may be closed by a server that has refused a body. */
async function send(url: string, { method, body = "", authorization }: Sent) {
  const length = method === "GET" ? {} : { "content-length": Buffer.byteLength(body) };
  const headers = { "content-type": "application/json", ...length, ...(authorization && { authorization }) };
  const sent = request(url, { method, headers, agent: false }).end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  // A body that is refused for its size is not read to its end.
  sent.on("error", () => {});
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}

/** A request by hand: what is sent part by part, or not to its end. */
function open(url: string, headers: readonly string[]): { socket: Socket; status: Promise<number> } {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = [`POST ${pathname} HTTP/1.1`, `host: ${hostname}`, "content-type: application/json", ...headers];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const status = new Promise<number>((resolve, reject) => {
    socket.once("data", (chunk) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1])));
    socket.once("close", () => reject(new Error("closed without an answer")));
    socket.on("error", reject);
  });
  status.catch(() => {});
  return { socket, status };
}

function raw(url: string, headers: readonly string[], ...parts: (string | Buffer)[]): Promise<number> {
  return rawHeaders(url, [...headers, `authorization: ${secret}`], ...parts);
}

async function rawHeaders(url: string, headers: readonly string[], ...parts: (string | Buffer)[]): Promise<number> {
  const { socket, status } = open(url, headers);
  for (const part of parts) {
    socket.write(part);
    await pause(20);
  }
  const answered = await status;
  socket.destroy();
  return answered;
}

function chunked(text: string, size: number): string {
  const chunks = text.match(new RegExp(`.{1,${size}}`, "gs"))!;
  return [...chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`), "0\r\n\r\n"].join("");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { exampleBody } from "../examples.js";
import { folderOf } from "./folder.js";
import { cli, lines, type Result } from "./run.js";

const folder = folderOf({});
const viewed = exampleBody("fact-sheet-viewed");

/** Listens while `use` runs, and returns what was printed beneath the address. */
async function listening(args: string[], use: (url: string) => Promise<void>, env = {}): Promise<string[]> {
  let end = () => {};
  const interrupted = new Promise<void>((resolve) => {
    end = resolve;
  });
  let running: Promise<Result> | undefined;
  const url = await new Promise<string>((resolve) => {
    const onOutput = (text: string) => resolve(/^listening on (\S+)/.exec(text)?.[1] ?? "");
    running = cli(["listen", "--port", "0", ...args], { env, interrupted, onOutput });
  });
  await use(url).finally(end);
  const { code, output } = await running!;
  expect(code).toBe(0);
  return lines(output)
    .slice(1)
    .map((line) => line.replace(/^\d\d:\d\d:\d\d {2}/, ""));
}

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
  expect(printed[1]).toBe("413  POST: more than 25 MB, or cut off");
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

test("what cannot be recorded is said", async () => {
  const { rmSync, writeFileSync } = await import("node:fs");
  const printed = await listening(["--record", folder("gone")], async (url) => {
    rmSync(folder("gone"), { recursive: true });
    writeFileSync(folder("gone"), "");
    expect((await post(url, "{}")).status).toBe(204);
  });

  expect(printed[0]).toContain("not recorded: ");
});

test("a delivery is passed on, and the answer back", async () => {
  const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
  const target = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ headers: request.headers, body });
    response.writeHead(seen.length === 1 ? 500 : 204).end(seen.length === 1 ? "down" : undefined);
  });
  target.listen(0, "127.0.0.1");
  await once(target, "listening");
  const to = `http://127.0.0.1:${(target.address() as AddressInfo).port}/`;

  const printed = await listening(["--forward", to], async (url) => {
    const headers = { authorization: "secret", "x-webhooks-event": "x", cookie: "x" };
    const answer = await post(url, " {}", headers);
    expect([answer.status, await answer.text()]).toEqual([500, "down"]);
    expect((await post(url, "{}")).status).toBe(204);
    target.closeAllConnections();
    await new Promise((resolve) => target.close(resolve));
    expect((await post(url, "{}")).status).toBe(502);
  });

  expect(seen[0]).toMatchObject({ body: " {}", headers: { authorization: "secret", "x-webhooks-event": "x" } });
  expect(seen[0]!.headers.cookie).toBeUndefined();
  expect(printed[0]).toMatch(/^500 .* 3 bytes, forwarded: EMPTY$/);
  expect(printed[2]).toContain("could not be forwarded");
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

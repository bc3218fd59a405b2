/** What a receiver holds of a body, and how long it reads one that never ends. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { collector } from "../../src/receiver/body.js";
import { createReceiver } from "../../src/receiver.js";

const MB = 1_000_000;
const MAX_BYTES = 25 * MB;

test("3 MB in chunks of one byte fit into a heap of 300 MB", { timeout: 120_000 }, () => {
  const program = ["--max-old-space-size=300", "--import", "tsx", "test/receiver/tiny-chunks.ts"];
  const { stdout, status } = spawnSync(process.execPath, program, { encoding: "utf8" });
  expect({ stdout, status }).toEqual({ stdout: "204 204\n", status: 0 });
});

describe("the buffer of a body", () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;

  /** Bytes in buffers that something holds. */
  function held(): number {
    collectGarbage();
    return process.memoryUsage().arrayBuffers;
  }

  test("holds at most maxBytes, and nothing once there are more", async () => {
    // What is garbage is freed on another thread, a little later.
    const expectHeld = (most: number) =>
      vi.waitFor(() => expect(held() - before).toBeLessThanOrEqual(most), { timeout: 20_000 });
    const before = held();
    const chunks = collector(MAX_BYTES);
    for (let sent = 0; sent < 25; sent++) expect(chunks.add(new Uint8Array(MB))).toBe(true);
    await expectHeld(MAX_BYTES + MB);
    for (let sent = 0; sent < 40; sent++) expect(chunks.add(new Uint8Array(MB))).toBe(false);
    await expectHeld(MB);
    expect(chunks.read()).toEqual({ reason: "TOO_LARGE" });
  });

  test("is the chunk itself if there is one, and else what came, in order", () => {
    const one = new Uint8Array([1, 2, 3]);
    const alone = collector(9);
    alone.add(new Uint8Array());
    alone.add(one);
    alone.add(new Uint8Array());
    expect(alone.read().body).toBe(one);
    const several = collector(99);
    for (const chunk of [one, "é", new Uint8Array([9]), new Uint8Array(), new Uint8Array([8, 7, 6])])
      several.add(chunk);
    expect(several.read().body).toEqual(new Uint8Array([1, 2, 3, 0xc3, 0xa9, 9, 8, 7, 6]));
    expect(one).toEqual(new Uint8Array([1, 2, 3]));
  });
});

describe("an endless body", () => {
  const onRefused = vi.fn();
  const { fetch, azure, node } = createReceiver({
    authorization: { header: "secret" },
    handle: () => {},
    onRefused,
  });

  test.each([
    ["fetch", fetch],
    ["azure", azure],
  ])("is answered 413 and cancelled: %s", async (_, face) => {
    let pulled = 0;
    const cancel = vi.fn(() => new Promise<void>(() => {}));
    const read = async () => {
      pulled += 1;
      return { done: false, value: new Uint8Array(MB) };
    };
    const body = { locked: false, getReader: () => ({ read, cancel }) };
    const headers = new Headers({ authorization: "secret" });
    const { status } = await face({ method: "POST", headers, bodyUsed: false, body });
    expect(status).toBe(413);
    expect(pulled).toBe(26);
    expect(cancel).toHaveBeenCalledOnce();
  });

  test("is not read at all if its length is above the limit", async () => {
    const headers = new Headers({ authorization: "secret", "content-length": String(MAX_BYTES + 1) });
    const getReader = vi.fn();
    const request = { method: "POST", headers, bodyUsed: false, body: { locked: false, getReader } };
    expect((await fetch(request)).status).toBe(413);
    expect(getReader).not.toHaveBeenCalled();
  });

  describe("over a connection", () => {
    let server: Server;
    let received: Socket;
    let port: number;
    beforeAll(async () => {
      server = createServer(node).listen(0, "127.0.0.1");
      server.on("connection", (socket: Socket) => {
        received = socket;
      });
      await once(server, "listening");
      port = (server.address() as AddressInfo).port;
    });
    beforeEach(() => onRefused.mockClear());
    afterEach(() => expect(onRefused).toHaveBeenCalledOnce());
    afterAll(() => server.close());

    /** Sends chunks, reading nothing until they are sent, and returns the first line of what is answered. */
    async function send(method: string, headers: string[], megabytes: number): Promise<string> {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      socket.pause();
      socket.write([`${method} / HTTP/1.1`, "host: localhost", ...headers, "\r\n"].join("\r\n"));
      const chunk = Buffer.alloc(MB, "x");
      for (let sent = 0; sent < megabytes && !socket.destroyed; sent++) if (!socket.write(chunk)) await drained(socket);
      if (socket.destroyed) return "closed";
      const [answer] = (await once(socket.resume(), "data")) as [Buffer];
      socket.destroy();
      return String(answer).split("\r\n", 1)[0]!;
    }

    function drained(socket: Socket): Promise<void> {
      return new Promise((resolve) => {
        const done = () => resolve(void socket.off("drain", done).off("close", done));
        socket.on("drain", done).on("close", done);
      });
    }

    test.each([
      ["401", "POST", "authorization: wrong"],
      ["405", "PUT", "authorization: secret"],
      ["413", "POST", "authorization: secret"],
    ])("%s: a bounded amount is read, and then the connection is closed", async (_, method, header) => {
      const length = `content-length: ${1000 * MB}`;
      expect(await send(method, [header, length], 1_000)).toBe("closed");
      await vi.waitFor(() => expect(received.destroyed).toBe(true));
      expect(received.bytesRead).toBeGreaterThan(20 * MB);
      expect(received.bytesRead).toBeLessThan(30 * MB);
    });

    test("401: a client that sends 20 MB before it reads gets its answer", async () => {
      const headers = ["authorization: wrong", `content-length: ${20 * MB}`];
      expect(await send("POST", headers, 20)).toBe("HTTP/1.1 401 Unauthorized");
    });

    test("413: as many bytes again as LeanIX sends are read if the length was not said", async () => {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      socket.write("POST / HTTP/1.1\r\nhost: localhost\r\nauthorization: secret\r\ntransfer-encoding: chunked\r\n\r\n");
      const answered = once(socket, "data");
      const chunk = `${MB.toString(16)}\r\n${"x".repeat(MB)}\r\n`;
      for (let sent = 0; sent < 1_000 && !socket.destroyed; sent++) if (!socket.write(chunk)) await drained(socket);
      expect(String((await answered)[0])).toMatch(/^HTTP\/1\.1 413 /);
      await vi.waitFor(() => expect(received.destroyed).toBe(true));
      expect(received.bytesRead).toBeLessThan(55 * MB);
    });
  });
});

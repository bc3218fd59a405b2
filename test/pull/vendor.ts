/** A stand-in for LeanIX on the loopback: an OAuth token, a queue that is long-polled, a cursor, and the vendor's errors. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Vendor {
  url: string;
  /** The events that wait, by offset. */
  queue: Map<number, unknown>;
  /** `METHOD path` of every request, in order. */
  requests: string[];
  /** The tokens that are taken; the last is the one that was issued last. */
  tokens: string[];
  /** The offsets that were acknowledged. */
  commits: number[];
  /** Answers to be given instead of the next ones. */
  failures: { status: number; body: string }[];
  expiresIn: number;
  close(): Promise<void>;
}

const PATH = "/services/webhooks/v1/subscriptions/s%201/";

export async function startVendor(): Promise<Vendor> {
  const vendor: Vendor = {
    url: "",
    queue: new Map(),
    requests: [],
    tokens: [],
    commits: [],
    failures: [],
    expiresIn: 3600,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  let polling = 0;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    vendor.requests.push(`${request.method} ${pathname}`);
    const body = await textOf(request);
    if (pathname === "/services/mtm/v1/oauth2/token") return issueToken(vendor, request, body, response);
    if (!vendor.tokens.includes(request.headers.authorization?.replace(/^Bearer /, "") ?? ""))
      return answer(response, 401, { status: "ERROR", message: "token expired" });
    const failure = vendor.failures.shift();
    if (failure) return response.writeHead(failure.status).end(failure.body);
    if (pathname === `${PATH}cursor` && request.method === "PUT") {
      const { offset } = JSON.parse(body) as { offset: number };
      vendor.commits.push(offset);
      for (const key of vendor.queue.keys()) if (key < offset) vendor.queue.delete(key);
      return answer(response, 200, { status: "OK" });
    }
    if (polling > 0) return answer(response, 409, { status: "ERROR", message: "concurrent request" });
    polling++;
    const until = Date.now() + Number(searchParams.get("timeout")) * 1000;
    while (vendor.queue.size === 0 && Date.now() < until && !request.socket.destroyed) await sleep(5);
    polling--;
    answer(response, 200, batchOf(vendor.queue));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vendor.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return vendor;
}

function issueToken(vendor: Vendor, request: IncomingMessage, body: string, response: ServerResponse): void {
  const valid = request.headers.authorization === `Basic ${btoa("apitoken:s3cret")}`;
  if (!valid || body !== "grant_type=client_credentials") {
    answer(response, 401, { error: "invalid_client", error_description: "Bad credentials" });
    return;
  }
  const token = `t${vendor.requests.length}`;
  vendor.tokens = [token];
  answer(response, 200, { access_token: token, expires_in: vendor.expiresIn, token_type: "bearer" });
}

function batchOf(queue: Map<number, unknown>): object {
  const result = { status: "OK", type: "PullResult", errors: [], total: 7 };
  if (queue.size === 0) return result;
  const events = [...queue].map(([offset, event]) => ({ cursor: { offset }, event }));
  return { ...result, data: { events, nextCursor: { offset: Math.max(...queue.keys()) + 4 } } };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

function sleep(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

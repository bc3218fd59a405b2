/** A stand-in for LeanIX on the loopback: a token endpoint, resources behind a token, and the vendor's errors. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request whose method, content type and token were checked. */
export interface VendorRequest {
  query: URLSearchParams;
  body: string;
  /** Whether the client has gone. */
  isGone: () => boolean;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: object | string;
}

/** By `METHOD path`. */
export type Resources = Record<string, (request: VendorRequest) => Answer | Promise<Answer>>;

/** An answer to be given instead of the next one, or what to do with its response. */
export type Failure = Answer | ((response: ServerResponse) => void);

export interface Vendor {
  url: string;
  /** `METHOD path` of every request, in order. */
  requests: string[];
  /** The tokens that are taken; the last is the one that was issued last. */
  tokens: string[];
  /** In the answer with a token; in seconds, or left out. */
  expiresIn: unknown;
  failures: Failure[];
  /** Answers that the client did not wait for. */
  abandoned: number;
  close(): Promise<void>;
}

const TOKEN = "POST /services/mtm/v1/oauth2/token";

export async function startVendor(resources: Resources): Promise<Vendor> {
  const vendor: Vendor = {
    url: "",
    requests: [],
    tokens: [],
    expiresIn: 3600,
    failures: [],
    abandoned: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url!, "http://localhost");
    const asked = `${request.method} ${pathname}`;
    vendor.requests.push(asked);
    response.on("close", () => {
      if (!response.writableFinished) vendor.abandoned++;
    });
    const body = await textOf(request);
    if (asked === TOKEN) return send(response, issueToken(vendor, request, body));
    const refusal = refusalOf(vendor, request, asked in resources);
    if (refusal) return send(response, refusal);
    const failure = vendor.failures.shift();
    if (typeof failure === "function") return failure(response);
    send(response, failure ?? (await resources[asked]!({ query, body, isGone: () => request.socket.destroyed })));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vendor.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return vendor;
}

/** What a strict server says of a request that is not as the API's description has it. */
function refusalOf(vendor: Vendor, { method, headers }: IncomingMessage, isKnown: boolean): Answer | undefined {
  if (!vendor.tokens.includes(/^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? ""))
    return { status: 401, body: { status: "ERROR", message: "token expired" } };
  if (headers.accept !== "application/json") return { status: 406, body: { status: "ERROR", message: "accept" } };
  if (method !== "GET" && headers["content-type"] !== "application/json")
    return { status: 415, body: { status: "ERROR", message: "content type" } };
  return isKnown ? undefined : { status: 404, body: { status: "ERROR", message: "no such resource" } };
}

function issueToken(vendor: Vendor, { headers }: IncomingMessage, body: string): Answer {
  if (headers["content-type"] !== "application/x-www-form-urlencoded") return { status: 415 };
  const isValid = headers.authorization === `Basic ${btoa("apitoken:s3cret")}`;
  if (!isValid || body !== "grant_type=client_credentials")
    return { status: 401, body: { error: "invalid_client", error_description: "Bad credentials" } };
  const token = `t${vendor.requests.length}`;
  vendor.tokens = [token];
  return { body: { access_token: token, expires_in: vendor.expiresIn, token_type: "bearer" } };
}

function send(response: ServerResponse, { status = 200, headers, body = "" }: Answer): void {
  const isJson = typeof body === "object";
  response.writeHead(status, { ...(isJson && { "content-type": "application/json" }), ...headers });
  response.end(isJson ? JSON.stringify(body) : body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

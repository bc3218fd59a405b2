import type { AzureResponse } from "./answer.js";
import { collector, type ReadBody } from "./body.js";
import type { Delivery } from "./deliver.js";
import { log } from "./log.js";
import { MAX_BYTES } from "./options.js";

/** What is read of Node's `IncomingMessage`, and of what a framework's parser has put there. */
export interface NodeRequest {
  /** The method, in capitals. */
  readonly method?: string | undefined;
  /** The headers, their names in lower case. */
  readonly headers: {
    readonly authorization?: string | undefined;
    readonly "content-encoding"?: string | undefined;
    readonly "content-length"?: string | undefined;
    readonly "transfer-encoding"?: string | undefined;
  };
  /** The version of HTTP, such as `1.1`. */
  readonly httpVersion?: string | undefined;
  /** Whether somebody has begun to read the body. */
  readonly readableDidRead: boolean;
  /** Whether the body was read to its end. */
  readonly readableEnded: boolean;
  /** Whether the connection was closed. */
  readonly destroyed: boolean;
  /** Listens to `data`, `end`, `error` and `close`. */
  // biome-ignore lint/suspicious/noExplicitAny: Node's own type from @types/node 25 on; `never` and `unknown` do not fit it
  on(event: string, listener: (...chunk: any[]) => void): unknown;
  /** Lets the body flow, if somebody has paused it. */
  resume(): unknown;
  /** Closes the connection. */
  destroy(): unknown;
  /** The body, if a parser has read it: text, bytes or the parsed value. */
  readonly body?: unknown;
  /** The body's bytes, if a parser has read and kept them. */
  readonly rawBody?: unknown;
}

/** The part of Node's `ServerResponse` that is used. */
export interface NodeResponse {
  /** Whether somebody has begun to answer. */
  readonly headersSent: boolean;
  /** Whether somebody has answered. */
  readonly writableEnded: boolean;
  /** Sends status and headers. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Sends the body and ends the response. */
  end(body?: string): unknown;
  /** Closes the connection. */
  destroy(): unknown;
}

export function fromNode(request: NodeRequest): Delivery {
  return {
    method: request.method,
    headerOf: (name) => request.headers[name],
    readBefore: "and not in request.body or rawBody: mount the receiver before its parser",
    read: (maxBytes) => (isUnread(request) ? readStream(request, maxBytes) : readElsewhere(request)),
  };
}

/** Sends the answer. Never throws: other middleware may have changed the response's methods. */
export function toNode(request: NodeRequest, response: NodeResponse, { status, headers, body }: AzureResponse): void {
  try {
    drain(request);
    // The handler also has the response. If it started to answer, nobody else will end it.
    if (response.writableEnded) return;
    // What it has begun may say that the event was handled; a connection that breaks says that it was not.
    if (response.headersSent) return void (status === 500 ? response.destroy() : response.end());
    response.writeHead(status, headers);
    response.end(body);
  } catch (failure) {
    log("Webhook delivery could not be answered:", failure);
    response.destroy();
  }
}

/** Reads on, because a client may not read the answer before it has sent everything; but not for ever. */
function drain(request: NodeRequest): void {
  if (request.readableEnded !== false || request.destroyed) return;
  let size = 0;
  request.on("data", (chunk: Uint8Array | string) => {
    size += chunk.length;
    if (size > MAX_BYTES) request.destroy();
  });
  request.resume();
}

function isUnread({ readableDidRead, readableEnded }: NodeRequest): boolean {
  return readableDidRead === false && !readableEnded;
}

function readStream(request: NodeRequest, maxBytes: number): Promise<ReadBody> | ReadBody {
  if (request.destroyed) return { reason: "INCOMPLETE" };
  const chunks = collector(maxBytes);
  return new Promise((resolve) => {
    request.on("data", (chunk: Uint8Array | string) => {
      if (!chunks.add(chunk)) resolve(chunks.read());
    });
    onEnd(request, () => resolve(chunks.read()), resolve);
    request.resume();
  });
}

/** A parsed body will do, since nothing is signed. Wait until the parser has finished. */
function readElsewhere(request: NodeRequest): Promise<ReadBody> | ReadBody {
  if (request.readableEnded !== false) return bodyBeside(request);
  if (request.destroyed) return { reason: "INCOMPLETE" };
  return new Promise((resolve) => onEnd(request, () => resolve(bodyBeside(request)), resolve));
}

function onEnd(request: NodeRequest, whole: () => void, failed: (incomplete: ReadBody) => void): void {
  request.on("end", whole);
  request.on("error", () => failed({ reason: "INCOMPLETE" }));
  request.on("close", () => failed({ reason: "INCOMPLETE" }));
}

/** What a parser has put beside the stream. */
function bodyBeside(request: NodeRequest): ReadBody {
  const { rawBody, body } = request;
  if (isRaw(rawBody)) return { body: rawBody };
  const isObject = typeof body === "object" && body !== null;
  if (isRaw(body) || (isObject && Object.keys(body).length > 0)) return { body };
  // Parsers leave `{}`, null or nothing where there is no body.
  if (!hasBody(request)) return { body: "" };
  return isObject ? { body } : { reason: "ALREADY_READ" };
}

/** By its headers, which say so in HTTP/1 alone. */
function hasBody({ headers, httpVersion = "" }: NodeRequest): boolean {
  if (headers["content-length"] !== undefined) return headers["content-length"] !== "0";
  return headers["transfer-encoding"] !== undefined || !httpVersion.startsWith("1");
}

/** Non-empty text or bytes. */
function isRaw(value: unknown): boolean {
  return typeof value === "string" ? value !== "" : ArrayBuffer.isView(value) && value.byteLength > 0;
}

import { isObject } from "../json/object.js";
import type { AzureResponse } from "./answer.js";
import { brokenOff, collector, type ReadBody, readBefore } from "./body.js";
import type { Delivery } from "./deliver.js";

/** What is read of Node's `IncomingMessage`, and of what a framework's parser has put there. */
export interface NodeRequest {
  /** The method, in capitals. */
  readonly method?: string | undefined;
  /** The headers, their names in lower case. */
  readonly headers: { readonly authorization?: string | undefined; readonly "content-length"?: string | undefined };
  /** Whether somebody has begun to read the body. */
  readonly readableDidRead: boolean;
  /** Whether the body was read to its end. */
  readonly readableEnded: boolean;
  /** Whether the connection was closed. */
  readonly destroyed: boolean;
  /** Listens to `data`, `end`, `error` and `close`. */
  on(event: string, listener: (...chunk: never[]) => void): unknown;
  /** Lets the body flow, if somebody has paused it. */
  resume(): unknown;
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
    header: request.headers.authorization,
    read: (maxBytes) => (isUnread(request) ? readStream(request, maxBytes) : readElsewhere(request)),
  };
}

export function toNode(response: NodeResponse, { status, headers, body }: AzureResponse): void {
  // The handler has the response, too: it may have answered, or begun to, and then nobody else ends it.
  if (response.writableEnded) return;
  // What it has begun may say that the event was handled; a connection that breaks says that it was not.
  if (response.headersSent) return void (status === 500 ? response.destroy() : response.end());
  response.writeHead(status, headers);
  response.end(body);
}

function isUnread({ readableDidRead, readableEnded }: NodeRequest): boolean {
  return readableDidRead === false && !readableEnded;
}

function readStream(request: NodeRequest, maxBytes: number): Promise<ReadBody> | ReadBody {
  if (request.destroyed) return brokenOff();
  const chunks = collector(maxBytes);
  return new Promise((resolve) => {
    request.on("data", (chunk: Uint8Array | string) => {
      // What is too much is read on and let go, or the client could not read the answer.
      if (!chunks.add(chunk)) resolve(chunks.read());
    });
    onEnd(request, () => resolve(chunks.read()), resolve);
    request.resume();
  });
}

/** As good as the stream, because LeanIX signs nothing; but not before it has come to its end. */
function readElsewhere(request: NodeRequest): Promise<ReadBody> | ReadBody {
  if (request.readableEnded !== false) return bodyBeside(request);
  if (request.destroyed) return brokenOff();
  return new Promise((resolve) => onEnd(request, () => resolve(bodyBeside(request)), resolve));
}

function onEnd(request: NodeRequest, whole: () => void, failed: (answer: AzureResponse) => void): void {
  request.on("end", whole);
  request.on("error", () => failed(brokenOff()));
  request.on("close", () => failed(brokenOff()));
}

/** What a parser has put beside the stream. */
function bodyBeside({ rawBody, body, headers }: NodeRequest): ReadBody {
  if (headers["content-length"] === "0") return { body: "" };
  if (isRaw(rawBody)) return { body: rawBody };
  const isEmpty = isObject(body) && Object.keys(body).length === 0;
  // Some parsers leave `{}` if they have not parsed; the payload mode NO_PAYLOAD sends it, in about two bytes.
  if (isEmpty && Number(headers["content-length"]) > 20) return readBefore();
  return isRaw(body) || (typeof body === "object" && body !== null) ? { body } : readBefore();
}

/** Text or bytes, and not none. */
function isRaw(value: unknown): boolean {
  return typeof value === "string" ? value !== "" : ArrayBuffer.isView(value) && value.byteLength > 0;
}

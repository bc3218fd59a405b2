import type { ReceiverAnswer } from "./answer.js";
import { brokenOff, collector, type ReadBody, readBefore } from "./body.js";
import type { Delivery } from "./deliver.js";

/** What is read of Node's `IncomingMessage`, and of what a framework's parser has put there. */
export interface NodeRequest {
  /** The method, in capitals. */
  readonly method?: string | undefined;
  /** The headers, their names in lower case. */
  readonly headers: { readonly authorization?: string | undefined };
  /** Whether the body was read already. */
  readonly readableDidRead: boolean;
  /** Whether the connection was closed. */
  readonly destroyed: boolean;
  /** Listens to `data`, `end`, `error` and `close`. */
  on(event: string, listener: (...chunk: never[]) => void): unknown;
  /** The body, if a parser has read it: text, bytes or the parsed value. */
  readonly body?: unknown;
  /** The body's bytes, if a parser has read and kept them. */
  readonly rawBody?: unknown;
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  /** Whether somebody has answered already. */
  readonly headersSent: boolean;
  /** Sends status and headers. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Sends the rest. */
  end(body?: string): unknown;
}

export function fromNode(request: NodeRequest): Delivery {
  return {
    method: request.method,
    header: request.headers.authorization,
    read: (maxBytes) => (request.readableDidRead ? parsedBody(request) : readMessage(request, maxBytes)),
  };
}

export function toNode(response: NodeResponse, { status, headers, body }: ReceiverAnswer): void {
  if (response.headersSent) return;
  response.writeHead(status, headers);
  response.end(body);
}

/** As good as the stream, because LeanIX signs nothing. */
function parsedBody(request: NodeRequest): ReadBody {
  const body = request.rawBody ?? request.body ?? undefined;
  return body === undefined ? readBefore() : { body };
}

function readMessage(request: NodeRequest, maxBytes: number): Promise<ReadBody> | ReadBody {
  if (request.destroyed) return brokenOff();
  const chunks = collector(maxBytes);
  return new Promise((resolve) => {
    request.on("data", (chunk: Uint8Array) => {
      // What is too much is read on and let go, or the client could not read the answer.
      if (!chunks.add(chunk)) resolve(chunks.read());
    });
    request.on("end", () => resolve(chunks.read()));
    request.on("error", () => resolve(brokenOff()));
    request.on("close", () => resolve(brokenOff()));
  });
}

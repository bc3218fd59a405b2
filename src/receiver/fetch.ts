import type { AzureResponse } from "./answer.js";
import { collector, type ReadBody } from "./body.js";
import type { Delivery } from "./deliver.js";

/** What is read of a web-standard `Request`, and of an `HttpRequest` of Azure Functions. */
export interface FetchRequest {
  /** The method, in capitals. */
  readonly method: string;
  /** The headers. */
  readonly headers: FetchHeaders;
  /** Whether the body was read already. */
  readonly bodyUsed: boolean;
  /** The body, a web-standard `ReadableStream`, of which this part is used; null if there is none. */
  readonly body: {
    readonly locked: boolean;
    /** Locks the stream, and returns its reader. */
    getReader(): {
      /** Reads the next chunk. */
      read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
      /** Ends the reading before the end of the body. */
      cancel(): Promise<void>;
    };
  } | null;
}

/** The part of web-standard `Headers` that is used. */
export interface FetchHeaders {
  /** Returns the value of a header; null if there is none. */
  get(name: string): string | null;
}

/** The web-standard `Response`, if the compiler knows it. */
export type FetchResponse = typeof globalThis extends { Response: { prototype: infer Type } } ? Type : object;

export function fromFetch(request: FetchRequest): Delivery {
  return {
    method: request.method,
    headerOf: (name) => request.headers.get(name),
    readBefore: "mount the receiver before what reads it, or pass new Request(url, { method, headers, body: text })",
    read: (maxBytes) => readStream(request, maxBytes),
  };
}

export function toFetch(answer: AzureResponse): FetchResponse {
  return new Response(answer.body, answer);
}

async function readStream({ body, bodyUsed }: FetchRequest, maxBytes: number): Promise<ReadBody> {
  if (bodyUsed || body?.locked) return { reason: "ALREADY_READ" };
  const chunks = collector(maxBytes);
  try {
    const reader = body?.getReader();
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
      if (chunks.add(next.value)) continue;
      // Not awaited: a client that goes on sending would hold up the answer.
      reader?.cancel().catch(() => {});
      break;
    }
  } catch {
    return { reason: "INCOMPLETE" };
  }
  return chunks.read();
}

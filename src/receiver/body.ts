import { type AzureResponse, answer } from "./answer.js";

/** A body as text, bytes or a parsed value; or the answer to a request whose body cannot be had. */
export type ReadBody = { body: unknown; status?: undefined } | AzureResponse;

export function tooLarge(maxBytes: number): AzureResponse {
  return answer(413, `body: expected at most ${maxBytes} bytes`);
}

/** Never taken for an empty event, because that would be answered with 2xx and be lost. */
export function readBefore(): AzureResponse {
  return answer(500, "body: already read, and not in request.body or rawBody: mount the receiver before its parser");
}

export function brokenOff(): AzureResponse {
  return answer(500, "body: incomplete");
}

/** Collects the chunks of a body, and holds no more than `maxBytes` of them. */
export function collector(maxBytes: number) {
  let chunks: Uint8Array[] = [];
  let size = 0;
  return {
    /** Returns whether the body is still within the limit; if not, what was collected is let go. */
    add(chunk: Uint8Array | string): boolean {
      // Text, if somebody has set the stream's encoding.
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      size += bytes.byteLength;
      if (size > maxBytes) chunks = [];
      else chunks.push(bytes);
      return size <= maxBytes;
    },

    /** The body, of which at least so many bytes must have come. */
    read(announced = 0): ReadBody {
      if (size > maxBytes) return tooLarge(maxBytes);
      if (size < announced) return brokenOff();
      const body = new Uint8Array(size);
      let offset = 0;
      for (const chunk of chunks) {
        body.set(chunk, offset);
        offset += chunk.byteLength;
      }
      return { body };
    },
  };
}

import { WebhookEventError } from "./errors.js";
import { describe } from "./message.js";

const BYTE_ORDER_MARK = "\uFEFF";

/** Refuses what is not UTF-8, and skips a byte order mark. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON value of a body: text and bytes are parsed, anything else is taken as parsed already. */
export function decodeBody(body: unknown): unknown {
  if (typeof body === "string") return parseJson(body.startsWith(BYTE_ORDER_MARK) ? body.slice(1) : body, body);
  if (ArrayBuffer.isView(body) || isArrayBuffer(body)) return parseJson(decodeText(body), body);
  if (typeof body === "object" || typeof body === "number" || typeof body === "boolean") return body;
  throw new WebhookEventError({
    code: "INVALID_JSON",
    expected: "JSON text, its bytes, or the parsed value",
    received: describe(body),
    input: body,
  });
}

function parseJson(text: string, input: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const received = text === "" ? "an empty text" : describe(text);
    throw new WebhookEventError({ code: "INVALID_JSON", expected: "JSON", received, input, cause });
  }
}

function decodeText(bytes: ArrayBufferView | ArrayBuffer): string {
  try {
    return utf8.decode(bytes as Uint8Array);
  } catch (cause) {
    const received = `${bytes.byteLength} bytes that are not`;
    throw new WebhookEventError({ code: "INVALID_ENCODING", expected: "UTF-8", received, input: bytes, cause });
  }
}

/** By tag, as an `ArrayBuffer` of another realm, such as a test runner's, is no instance of this one's. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  const tag = Object.prototype.toString.call(value);
  return tag === "[object ArrayBuffer]" || tag === "[object SharedArrayBuffer]";
}

import { globalNamed } from "../json/missing.js";
import { WebhookEventError } from "./error.js";

const BYTE_ORDER_MARK = 0xfeff;

let utf8: InstanceType<typeof TextDecoder> | undefined;

/** The JSON value of a body: text and bytes are parsed, anything else is taken as parsed already. */
export function decodeBody(body: unknown): unknown {
  if (typeof body === "string") return parseJson(body.charCodeAt(0) === BYTE_ORDER_MARK ? body.slice(1) : body, body);
  // What JSON.parse makes need not be asked whether it is bytes, which costs as much as checking a small event.
  if (typeof body !== "object" || body === null || Object.getPrototypeOf(body) === Object.prototype) return body;
  return ArrayBuffer.isView(body) || isArrayBuffer(body) ? parseJson(decodeText(body), body) : body;
}

function parseJson(text: string, input: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What was thrown is not the cause: it quotes the text, and a cause is logged.
    const receivedKind = text === "" ? "empty text" : `${text.length} characters of something else`;
    throw new WebhookEventError({ code: "INVALID_JSON", expected: "JSON", receivedKind, input });
  }
}

/** The decoder refuses what is not UTF-8 and skips a byte order mark. Made on first use: not every test environment has one. */
function decodeText(bytes: ArrayBufferView | ArrayBuffer): string {
  utf8 ??= new (globalNamed("TextDecoder"))("utf-8", { fatal: true });
  try {
    return utf8.decode(bytes as Uint8Array);
  } catch (cause) {
    const receivedKind = `${bytes.byteLength} bytes of something else`;
    throw new WebhookEventError({ code: "INVALID_ENCODING", expected: "UTF-8", receivedKind, input: bytes, cause });
  }
}

/** By tag: `instanceof` fails for an ArrayBuffer of another realm, such as a test runner's. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  const tag = Object.prototype.toString.call(value);
  return tag === "[object ArrayBuffer]" || tag === "[object SharedArrayBuffer]";
}

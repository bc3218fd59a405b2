import { isObject, type JsonObject } from "../json/object.js";
import { decodeBody } from "./decode.js";
import { isLogged } from "./identify.js";
import { type SafeParseWebhookEventResult, safeParseWebhookEvent } from "./parse.js";

/** What parsing says of a body. */
export interface Examined {
  result: SafeParseWebhookEventResult;
  /** Without its envelope; undefined if the body could not be decoded. */
  payload: unknown;
  /** The object around the payload, also one that is not as described, which the event does without. */
  envelope: JsonObject | undefined;
}

/** Parses a body and finds its envelope. */
export function examine(body: unknown): Examined {
  const decoded = decode(body);
  // Only an object is handed on decoded: the parser would decode a text once more.
  const result = safeParseWebhookEvent(isObject(decoded) ? decoded : body);
  const { payload } = result.data ?? result.error;
  const isWrapped = isObject(decoded) && payload !== undefined && payload !== decoded && !isLogged(decoded);
  return { result, payload, envelope: isWrapped ? decoded : undefined };
}

function decode(body: unknown): unknown {
  try {
    return decodeBody(body);
  } catch {
    return undefined;
  }
}

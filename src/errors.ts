import type { EventType } from "./generated/types.js";
import { formatPath, shown } from "./message.js";

/**
 * Why a body was refused.
 *
 * - `INVALID_JSON`: the text is no JSON, or the value none that JSON can hold.
 * - `INVALID_ENCODING`: the bytes are no UTF-8.
 * - `INVALID_PAYLOAD`: the body is a known event, and a member is missing or of the wrong type.
 * - `TOO_DEEP`: a member is nested deeper than any event is.
 */
export type WebhookEventErrorCode = "INVALID_JSON" | "INVALID_ENCODING" | "INVALID_PAYLOAD" | "TOO_DEEP";

/** What an error is made of. */
export interface WebhookEventErrorInfo {
  code: WebhookEventErrorCode;
  eventType?: EventType | undefined;
  path?: readonly (string | number)[];
  expected: string;
  received: string;
  input: unknown;
  cause?: unknown;
}

const MAX_MESSAGE_LENGTH = 500;

/**
 * The one error that parsing throws or returns. Its message is one line of at most 500 characters:
 * `FACT_SHEET_UPDATED: factSheet.relations[3].toId: expected non-empty string, received number 7`.
 */
export class WebhookEventError extends Error {
  /** Why the body was refused. */
  declare readonly code: WebhookEventErrorCode;
  /** The event that the body is; undefined where it was refused before that was known. */
  declare readonly eventType: EventType | undefined;
  /** The way to the member that is wrong, from the payload, or from `envelope`; empty for the body itself. */
  declare readonly path: readonly (string | number)[];
  /** What was expected there. */
  declare readonly expected: string;
  /** What came, shortened. */
  declare readonly received: string;
  readonly #input: unknown;

  constructor({ input, cause, ...info }: WebhookEventErrorInfo) {
    const { eventType, path = [], expected, received } = info;
    const place = path.length > 0 ? formatPath(path) : "body";
    const message = `${eventType ?? "webhook event"}: ${place}: expected ${expected}, received ${received}`;
    super(shown(message, MAX_MESSAGE_LENGTH), cause === undefined ? undefined : { cause });
    Object.assign(this, { name: "WebhookEventError", ...info, eventType, path });
    this.#input = input;
  }

  /** The body as it was given. Not a member of its own, so that logging the error does not log the body. */
  get input(): unknown {
    return this.#input;
  }
}

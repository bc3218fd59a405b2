import type { EventType } from "../generated/types.js";
import { messageOf, truncate } from "./message.js";

/**
 * Why a body was refused.
 *
 * - `INVALID_JSON`: the text is not valid JSON, or the value cannot come from JSON.
 * - `INVALID_ENCODING`: the bytes are not valid UTF-8.
 * - `INVALID_PAYLOAD`: the body is a known event, and a field is missing, of the wrong type, or throws when it is read.
 * - `TOO_DEEP`: a field is nested deeper than any event is.
 */
export type WebhookEventErrorCode = "INVALID_JSON" | "INVALID_ENCODING" | "INVALID_PAYLOAD" | "TOO_DEEP";

export interface WebhookEventErrorInfo {
  code: WebhookEventErrorCode;
  eventType?: EventType | undefined;
  path?: readonly (string | number)[];
  expected: string;
  /** Without a value of the body. */
  receivedKind: string;
  /** With its value, truncated; the kind alone if it is left out. */
  received?: string;
  input: unknown;
  payload?: unknown;
  envelope?: unknown;
  cause?: unknown;
}

/** The same in the ESM and the CommonJS copy of the package. */
const brand = Symbol.for("leanix-webhook-events/WebhookEventError");

const MAX_KEYS = 50;
const MAX_KEY_LENGTH = 100;

/**
 * The one error that parsing throws or returns. Its message is one line of at most 500 characters, without a value of
 * the body: `FACT_SHEET_UPDATED: factSheet.relations[3].toId: expected non-empty string, received number`.
 *
 * @example
 * ```ts
 * import { safeParseWebhookEvent } from "leanix-webhook-events";
 *
 * const { error } = safeParseWebhookEvent('{"type":"FactSheetViewedEvent"}');
 * if (error) console.error(error.code, error.eventType, error.path, error.message);
 * ```
 */
export class WebhookEventError extends Error {
  override readonly name = "WebhookEventError";
  /** Why the body was refused. */
  readonly code: WebhookEventErrorCode;
  /** The event that the body is; undefined if the body was refused before that was known. */
  readonly eventType: EventType | undefined;
  /** Path to the invalid field, from the payload; empty for the body itself. */
  readonly path: readonly (string | number)[];
  /** What was expected there. */
  readonly expected: string;
  /** What kind of value was received: never the value itself. */
  readonly receivedKind: string;
  readonly #given: WebhookEventErrorInfo;

  /** @internal */
  constructor(info: WebhookEventErrorInfo) {
    // Without a prototype: one that somebody polluted must not supply what is left out.
    const given: WebhookEventErrorInfo = Object.assign(Object.create(null), info);
    const { code, eventType, path = [], expected, receivedKind, cause } = given;
    super(messageOf(eventType, path, expected, receivedKind), cause === undefined ? undefined : { cause });
    this.code = code;
    this.eventType = eventType;
    this.path = path;
    this.expected = expected;
    this.receivedKind = receivedKind;
    this.#given = given;
  }

  /** Whether a value is such an error. Not `instanceof`: what a body's getter throws may be a proxy that throws in turn. */
  static is(value: unknown): value is WebhookEventError {
    return typeof value === "object" && value !== null && #given in value;
  }

  static {
    Object.defineProperty(WebhookEventError.prototype, brand, { value: true });
  }

  /** Holds for the other copy of this class, too; a subclass keeps the ordinary test. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this.
    if (this !== WebhookEventError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && brand in value;
  }

  /** What was received, with its value, truncated. A getter, like the following, so that logging the error leaks no value. */
  get received(): string {
    return this.#given.received ?? this.receivedKind;
  }

  /** The body as it was given. */
  get input(): unknown {
    return this.#given.input;
  }

  /** The decoded payload, without its envelope; undefined if the body could not be decoded. */
  get payload(): unknown {
    return this.#given.payload;
  }

  /** The object around the payload; undefined if the payload came bare. */
  get envelope(): unknown {
    return this.#given.envelope;
  }

  /** For structured logs: bounded, and without a value of the body. */
  toJSON(): Record<string, unknown> {
    const { name, code, eventType, expected, receivedKind, message } = this;
    const path = this.path
      .slice(0, MAX_KEYS)
      .map((key) => (typeof key === "string" ? truncate(key, MAX_KEY_LENGTH) : key));
    return { name, code, eventType, path, expected, receivedKind, message };
  }
}

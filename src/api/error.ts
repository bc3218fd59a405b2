/** The same in the ESM and the CommonJS copy of the package. */
const brand = Symbol.for("leanix-webhook-events/LeanixApiError");

/** What LeanIX's answer said beside the message. */
interface LeanixApiErrorInfo {
  status: number;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** LeanIX answered with an error or an unreadable response. The message is one line, without a token. */
export class LeanixApiError extends Error {
  override readonly name: string = "LeanixApiError";
  /** HTTP status of the answer. It can be 200: some errors come with it. */
  readonly status: number;
  /** Seconds after which LeanIX asks to try again (its `Retry-After` header); undefined if it does not say. */
  readonly retryAfter: number | undefined;

  /** @internal */
  constructor(message: string, { status, retryAfter, cause }: LeanixApiErrorInfo) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static {
    Object.defineProperty(LeanixApiError.prototype, brand, { value: true });
  }

  /** Holds for the other copy of this class, too; a subclass keeps the ordinary test. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this.
    if (this !== LeanixApiError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && (value as { [brand]?: unknown })[brand] === true;
  }
}

/** An answer above the bound of bytes. */
export class AnswerTooLargeError extends LeanixApiError {}

import type { WebhookEvent } from "../generated/types.js";
import type { WebhookEventError } from "../parse/error.js";
import type { Authorization } from "./authorization.js";
import { log } from "./log.js";
import type { RefusedDelivery } from "./refusal.js";

/** What `onError` learns about a delivery that could not be handled. */
export interface FailedDelivery<Context = unknown> {
  /** The event that `handle` was given. */
  event: WebhookEvent;
  /** Whether the answer is 500, so that LeanIX sends it again unless the webhook is set to *Ignore errors*, or it was given up (202). */
  willRetry: boolean;
  /** The second argument that the runtime passes. */
  context: Context;
}

/** Options of `createReceiver`. */
export interface ReceiverOptions<Context = unknown> {
  /** Who may deliver. Required, because LeanIX does not sign deliveries. */
  authorization: Authorization;
  /**
   * Handles an event; awaited before the answer, so that a crash loses nothing. If it throws, LeanIX sends the event
   * again after 50 seconds, unless the webhook is set to *Ignore errors*. Its second parameter is the second argument of the runtime: an invocation's context, a
   * worker's environment, the response of Node.
   */
  handle: (event: WebhookEvent, context: Context) => unknown;
  /**
   * Called with the error of a body that is not a valid event, which LeanIX would only send again unchanged: it is answered
   * 202, or 500 if this throws, so that a store for such bodies may fail. By default the error's line goes to `console.error`.
   */
  onInvalid?: ((error: WebhookEventError, context: Context) => unknown) | undefined;
  /** Called with what `handle` threw. If it throws, the answer is 500. By default it goes to `console.error`. */
  onError?: ((error: unknown, delivery: FailedDelivery<Context>) => unknown) | undefined;
  /**
   * Called for a delivery that is answered 401, 405, 413 or 500 before an event was found in it: a wrong secret is otherwise
   * not noticed until LeanIX switches the webhook off. What it throws is logged. By default `console.error` gets a line for
   * the first of each reason, and then at most one a minute with the number of those in between.
   */
  onRefused?: ((delivery: RefusedDelivery<Context>) => unknown) | undefined;
  /** Longest body in bytes: 25,000,000 by default, since a delivery has up to 20 MB and may have an envelope. */
  maxBytes?: number | undefined;
  /**
   * Age in milliseconds above which an event whose handling fails is given up: answered 202 after `onError`. LeanIX
   * switches a webhook off after 10 days of failing, so an event that always fails would stop all others. 5 days by default;
   * `Infinity` for never. The age is that of the payload or of its envelope; an `UNKNOWN` payload's `createdAt` need not be
   * the event's. An event without a time (integration runs, configurations and automations that come bare) is never given up.
   */
  giveUpAfterMs?: number | undefined;
}

/** LeanIX's 20 MB, plus room for an envelope. */
export const MAX_BYTES = 25_000_000;

const FIVE_DAYS = 5 * 24 * 60 * 60 * 1000;

/**
 * The options with their defaults.
 *
 * @throws TypeError for a mistake that would otherwise lose events without a word; it names the option.
 */
export function checked<Context>(options: ReceiverOptions<Context>) {
  const { authorization, handle, onInvalid = reportInvalid, onError = reportError, onRefused } = options;
  const { maxBytes = MAX_BYTES, giveUpAfterMs = FIVE_DAYS } = options;
  const functions = { handle, onInvalid, onError, ...(onRefused !== undefined && { onRefused }) };
  for (const [name, option] of Object.entries(functions))
    if (typeof option !== "function") throw new TypeError(`${name}: expected a function`);
  for (const [name, option] of Object.entries({ maxBytes, giveUpAfterMs }))
    if (!(typeof option === "number" && option >= 0)) throw new TypeError(`${name}: expected a number, 0 or more`);
  return { authorization, handle, onInvalid, onError, onRefused, maxBytes, giveUpAfterMs };
}

function reportInvalid({ message }: WebhookEventError): void {
  log(`Webhook body answered 202: ${message}`);
}

function reportError(error: unknown, { event, willRetry }: FailedDelivery): void {
  log(`${event.type} answered ${willRetry ? 500 : "202, given up"}:`, error);
}

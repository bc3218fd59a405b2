import type { WebhookEvent } from "../generated/types.js";
import type { WebhookEventError } from "../parse/error.js";
import type { Authorization } from "./authorization.js";

/** What `onError` learns about a delivery that could not be handled. */
export interface FailedDelivery<Context = unknown> {
  /** The event that `handle` was given. */
  event: WebhookEvent;
  /** Whether LeanIX sends it again (the answer is 500), or it was given up (202). */
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
   * again after 50 seconds. Its second parameter is the second argument of the runtime: an invocation's context, a
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
  /** Longest body in bytes: 25,000,000 by default, since a delivery has up to 20 MB and may have an envelope. */
  maxBytes?: number | undefined;
  /**
   * Age in milliseconds above which an event whose handling fails is given up: answered 202 after `onError`. LeanIX
   * switches a webhook off after 10 days of failing, so an event that always fails would stop all others. 5 days by default;
   * `Infinity` for never. An event without a time (integration runs, configurations and automations that come bare) is never given up.
   */
  giveUpAfterMs?: number | undefined;
}

/** A body of 20 MB and an envelope. */
export const MAX_BYTES = 25_000_000;

export const FIVE_DAYS = 5 * 24 * 60 * 60 * 1000;

export function reportInvalid({ message }: WebhookEventError): void {
  console.error(`Webhook body answered 202: ${message}`);
}

export function reportError(error: unknown, { event, willRetry }: FailedDelivery): void {
  console.error(`${event.type} answered ${willRetry ? 500 : "202, given up"}:`, error);
}

/**
 * Types for the callback of a webhook: JavaScript that LeanIX runs on a delivery before it is sent.
 *
 * ```js
 * /// <reference types="leanix-webhook-events/callback" />
 * if ("factSheet" in delivery.payload) delivery.payload = { text: "A fact sheet changed." };
 * else delivery.active = false;
 * ```
 *
 * @packageDocumentation
 */
import type { WebhookPayload } from "../dist/index.cjs";

/** The delivery that a callback may change, or suppress. */
export interface CallbackDelivery {
  /** Whether the delivery is made; true at first. */
  active: boolean;
  /** The payload of the event. Anything can be written to it: that is what is sent. */
  get payload(): WebhookPayload;
  set payload(value: unknown);
  /** Where it is sent. */
  targetUrl: string;
  /** HTTP method that it is sent with. */
  targetMethod: string;
}

declare global {
  /** The delivery that the callback runs on. */
  var delivery: CallbackDelivery;
  /** The same, as newer pages of the vendor call it. */
  var data: CallbackDelivery;
}

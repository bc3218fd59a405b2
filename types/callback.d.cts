/**
 * Types for the callback of a webhook: JavaScript that LeanIX runs on a delivery before it is sent.
 *
 * ```js
 * /// <reference types="leanix-webhook-events/callback" />
 * const { payload } = delivery;
 * if (payload.type === "CommentCreatedEvent") delivery.payload = { text: payload.message };
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
  get payload(): CallbackPayload;
  set payload(value: unknown);
  /** Where it is sent. */
  targetUrl: string;
  /** HTTP method that it is sent with. */
  targetMethod: string;
}

/**
 * The payload of an event. Its `type` tells the events apart: it is the class name of the event, one of those that are
 * assumed too; undefined for an automation, and the integration's name for an integration run. A field that only other
 * events have is undefined.
 */
export type CallbackPayload = Whole<WebhookPayload, FieldOf<WebhookPayload>>;

/**
 * The name of an integration: any string. It is declared as one that is no event's name, or no event's name would narrow;
 * compare it as `String(payload.type)`.
 */
export type IntegrationName = `${string} (an integration)`;

type FieldOf<Payload> = Payload extends unknown ? keyof Payload : never;

type Whole<Payload, Field extends PropertyKey> = Payload extends unknown
  ? { [Key in keyof Payload]: Key extends "type" ? TypeOf<Payload[Key]> : Payload[Key] } & {
      [Key in Exclude<Field, keyof Payload>]?: undefined;
    }
  : never;

/** The literals of an open set of names; of any string, the name of an integration. */
type TypeOf<Name> = [Literal<Name>] extends [never] ? IntegrationName : Literal<Name>;

type Literal<Name> = Name extends string ? (string extends Name ? never : Name) : never;

declare global {
  /** The delivery that the callback runs on. */
  var delivery: CallbackDelivery;
  /** The same, as newer pages of the vendor call it. */
  var data: CallbackDelivery;
}

import { globalNamed } from "../json/missing.js";
import { isObject } from "../json/object.js";
import { type EnvelopeFields, eventTypeOf, wrap } from "./envelope.js";

/** Options of {@link createDelivery}: how a webhook is configured. */
export interface DeliveryOptions {
  /** Target URL of the webhook; `http://localhost/` by default. */
  url?: string | URL;
  /** The whole value of the Authorization header; none by default. */
  authorization?: string;
  /** The fields of the envelope, in which payload mode WRAPPED_EVENT sends the payload, or `true` for one made of the payload; bare by default. */
  envelope?: EnvelopeFields | boolean;
}

/**
 * The request that LeanIX makes of a payload: a POST of its JSON, with the headers that a receiver has seen: `User-Agent:
 * Webhooks`, and `X-Webhooks-Event`, whose value is not published and here is the event type.
 *
 * @param payload A payload, for example of `createPayload`. A string is sent as it is.
 * @throws TypeError if an envelope is given that could not be sent: around a string, or one that is no object.
 * @example
 * ```ts
 * import { createDelivery, createPayload } from "leanix-webhook-events/testing";
 *
 * const request = createDelivery(createPayload("COMMENT_CREATED"), { authorization: "secret", envelope: true });
 * console.log(request.headers.get("authorization"), await request.json());
 * ```
 */
export function createDelivery(payload: unknown, options: DeliveryOptions = {}): Request {
  return new (globalNamed("Request"))(options.url ?? "http://localhost/", {
    method: "POST",
    headers: headersOf(payload, options),
    body: bodyOf(payload, options),
    redirect: "manual",
  });
}

/** The text that is delivered of a payload. */
export function bodyOf(payload: unknown, { envelope = false }: DeliveryOptions): string {
  if (typeof envelope !== "boolean" && !isObject(envelope))
    throw new TypeError("envelope: expected the fields of an envelope or a boolean");
  if (typeof payload !== "string")
    return JSON.stringify(envelope === false ? payload : wrap(payload, envelope === true ? {} : envelope));
  if (envelope !== false) throw new TypeError("envelope: a string is sent as it is, so there is no envelope around it");
  return payload;
}

function headersOf(payload: unknown, { authorization }: DeliveryOptions): Record<string, string> {
  const type = eventTypeOf(payload);
  return {
    "content-type": "application/json",
    "user-agent": "Webhooks",
    ...(type !== undefined && { "x-webhooks-event": type }),
    ...(authorization !== undefined && { authorization }),
  };
}

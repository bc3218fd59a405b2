import { type EnvelopeFields, wrap } from "./envelope.js";

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
 * The request that LeanIX makes of a payload: a POST of its JSON.
 *
 * @param payload A payload, for example of `createPayload`. A string is sent as it is.
 * @example
 * ```ts
 * import { createDelivery, createPayload } from "leanix-webhook-events/testing";
 *
 * const request = createDelivery(createPayload("COMMENT_CREATED"), { authorization: "secret", envelope: true });
 * console.log(request.headers.get("authorization"), await request.json());
 * ```
 */
export function createDelivery(payload: unknown, options: DeliveryOptions = {}): Request {
  return new Request(options.url ?? "http://localhost/", {
    method: "POST",
    headers: headersOf(options),
    body: bodyOf(payload, options),
    redirect: "manual",
  });
}

/** The text that is delivered of a payload. */
export function bodyOf(payload: unknown, { envelope = false }: DeliveryOptions): string {
  if (typeof payload === "string") return payload;
  return JSON.stringify(envelope === false ? payload : wrap(payload, envelope === true ? {} : envelope));
}

function headersOf({ authorization }: DeliveryOptions): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Webhooks",
    ...(authorization !== undefined && { authorization }),
  };
}

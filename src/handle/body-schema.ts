import type { WebhookEvent } from "../generated/types.js";
import { safeParseWebhookEvent } from "../parse/parse.js";

/** What {@link webhookBodySchema} makes of a body: the event, or the one issue. */
export type WebhookBodyResult =
  | { readonly value: WebhookEvent; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };

/** A Standard Schema, version 1, of {@link webhookBodySchema}. See https://standardschema.dev. */
export interface WebhookBodySchema {
  /** What a library that takes a Standard Schema reads. */
  readonly "~standard": {
    /** Version of the interface. */
    readonly version: 1;
    /** Name of this library. */
    readonly vendor: "leanix-webhook-events";
    /** Validates a body. */
    readonly validate: (body: unknown) => WebhookBodyResult;
    /** Types only, absent at run time. */
    readonly types?: { readonly input: unknown; readonly output: WebhookEvent } | undefined;
  };
}

/**
 * The body of a delivery as a Standard Schema, for a framework's validator: a body in, an event out.
 *
 * It refuses what `parseWebhookEvent` refuses, with one issue. Most frameworks answer a refusal with 400, and LeanIX
 * then repeats the delivery every 50 seconds and switches the webhook off after 10 days: set the framework's hook for
 * refused input to answer 202, or use `leanix-webhook-events/receiver`.
 *
 * @example
 * ```ts
 * import { webhookBodySchema } from "leanix-webhook-events";
 *
 * const result = webhookBodySchema["~standard"].validate({ type: "FactSheetViewedEvent" });
 * console.log(result.issues ? result.issues[0]?.message : result.value.type);
 * ```
 */
export const webhookBodySchema: WebhookBodySchema = {
  "~standard": {
    version: 1,
    vendor: "leanix-webhook-events",
    validate(body) {
      const { data, error } = safeParseWebhookEvent(body);
      if (!error) return { value: data };
      const { message, path, envelope } = error;
      return { issues: [{ message, path: envelope === undefined ? path : ["payload", ...path] }] };
    },
  },
};

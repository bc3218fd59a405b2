/** The receiver that is mounted in every framework, and what its handler has seen. */
import { handleWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
import { basicAuth, createReceiver } from "leanix-webhook-events/receiver";

export const secret = basicAuth("leanix", "new");
export const secondSecret = basicAuth("leanix", "old");

export const seen: WebhookEvent["type"][] = [];

export const receiver = createReceiver({
  authorization: { header: [secret, secondSecret] },
  handle: async (event) => {
    seen.push(event.type);
    await new Promise((resolve) => setTimeout(resolve, 2));
    return handleWebhookEvent(event, { COMMENT_DELETED: () => Promise.reject(new Error("always fails")) }, () => {});
  },
  onInvalid: () => {},
  onError: () => {},
});

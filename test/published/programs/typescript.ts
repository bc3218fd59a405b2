import { parseWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
import { createReceiver } from "leanix-webhook-events/receiver";
import { createPayload } from "leanix-webhook-events/testing";

const event: WebhookEvent = parseWebhookEvent(createPayload("FACT_SHEET_VIEWED"));
// @ts-expect-error: an event has no such type
if (event.type === "FACT_SHEET_SEEN") throw new Error("not an event type");
const { fetch } = createReceiver({ authorization: "none", handle: () => {} });
const response: Response = await fetch(new Request("http://localhost/", { method: "POST", body: "{}" }));
if (event.type !== "FACT_SHEET_VIEWED" || response.status !== 204) throw new Error("not as expected");
console.log("works");

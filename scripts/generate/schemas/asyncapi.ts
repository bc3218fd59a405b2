import type { JsonSchema } from "../../../src/catalog/json-schema.js";
import type { EventDescription, Library } from "../read/library.js";
import { componentsOf, infoOf, tagsOf } from "./components.js";

/** The AsyncAPI 3 document: a message per event type, in one channel. `schemas` are the 2020-12 schemas of the events by file name. */
export function asyncApi(library: Library, schemas: ReadonlyMap<string, JsonSchema>, version: string): JsonSchema {
  return {
    asyncapi: "3.0.0",
    info: { ...infoOf(version), tags: tagsOf(library) },
    defaultContentType: "application/json",
    channels: {
      webhook: {
        title: "Webhook",
        description: "The target URL of a webhook; events come at least once, and in any order.",
        messages: Object.fromEntries(
          library.events.map(({ payload }) => [nameOf(payload), { $ref: `#/components/messages/${nameOf(payload)}` }]),
        ),
      },
    },
    operations: {
      receiveEvent: {
        action: "receive",
        title: "Receive an event",
        description:
          "Any 2xx acknowledges; after any other answer the event is sent again every 50 seconds, and after 10 days of failing the webhook is deactivated.",
        channel: { $ref: "#/channels/webhook" },
        bindings: { http: { method: "POST", bindingVersion: "0.3.0" } },
      },
    },
    components: {
      messages: Object.fromEntries(library.events.map((event) => [nameOf(event.payload), message(event)])),
      schemas: componentsOf(library, schemas),
    },
  };
}

function message({ eventType, payload, title, description, evidence }: EventDescription): JsonSchema {
  return {
    name: eventType,
    title: nameOf(payload),
    tags: [{ name: title }],
    summary: description,
    description: `The body with the payload mode DEFAULT. WRAPPED_EVENT puts a WebhookEnvelope around it, NO_PAYLOAD sends an empty object. Evidence of this body: ${evidence}.`,
    contentType: "application/json",
    payload: { $ref: `#/components/schemas/${payload}` },
  };
}

function nameOf(payload: string): string {
  return payload.replace(/Payload$/, "");
}

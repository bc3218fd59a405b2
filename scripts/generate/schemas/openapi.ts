import type { JsonSchema } from "../../../src/catalog/json-schema.js";
import type { EventDescription, Library } from "../read/library.js";
import { componentsOf, infoOf, tagsOf } from "./components.js";

const delivery = [
  "Any 2xx acknowledges the delivery, so answer 2xx to events that you do not want or do not know, too.",
  "After any other answer the same delivery is sent again every 50 seconds until it succeeds, unless the subscription ignores errors;",
  "after 10 days of failing the webhook is deactivated.",
  "Deliveries can come twice and in any order.",
].join(" ");

const order = "Of two, the one with the greater transactionSequenceNumber is newer. ";

/** The OpenAPI 3.1 document: a webhook per event type. `schemas` are the 2020-12 schemas of the events by file name. */
export function openApi(library: Library, schemas: ReadonlyMap<string, JsonSchema>, version: string): JsonSchema {
  const components = componentsOf(library, schemas);
  return {
    openapi: "3.1.0",
    info: { ...infoOf(version), license: { name: "MIT", identifier: "MIT" } },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    tags: tagsOf(library),
    security: [{ authorization: [] }],
    webhooks: Object.fromEntries(library.events.map((event) => [event.eventType, { post: operation(event) }])),
    components: {
      schemas: components,
      securitySchemes: {
        authorization: {
          type: "apiKey",
          in: "header",
          name: "Authorization",
          description: "The header that the webhook's subscription sets; deliveries are not signed.",
        },
      },
    },
  };
}

function operation({ eventType, payload, description, evidence, title, schema }: EventDescription): JsonSchema {
  return {
    operationId: payload.replace(/Payload$/, ""),
    summary: description,
    description: `${delivery} ${"transactionSequenceNumber" in schema.shape ? order : ""}Evidence of this body: ${evidence}.`,
    tags: [title],
    requestBody: {
      required: true,
      description:
        "Which of the three bodies is sent is the payload mode of the subscription: DEFAULT, WRAPPED_EVENT or NO_PAYLOAD.",
      content: { "application/json": { schema: body(payload) } },
    },
    responses: {
      "2XX": { description: "Received." },
      "4XX": { description: `Not received: ${eventType} is sent again after 50 seconds.` },
      "5XX": { description: `Not received: ${eventType} is sent again after 50 seconds.` },
    },
  };
}

function body(payload: string): JsonSchema {
  const reference = { $ref: `#/components/schemas/${payload}` };
  return {
    anyOf: [
      reference,
      {
        allOf: [
          { $ref: "#/components/schemas/WebhookEnvelope" },
          { type: "object", properties: { payload: reference } },
        ],
      },
      { $ref: "#/components/schemas/NoPayload" },
    ],
  };
}

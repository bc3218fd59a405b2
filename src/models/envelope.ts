import * as z from "zod";
import { defineModel, defineValue, sources } from "./define.js";
import { number, text } from "./scalars.js";

const createdAt = defineValue(
  "EnvelopeTime",
  "When a delivery was made; its form is not published.",
  z.union([text, number]).nullable(),
);

/** What a webhook with payload mode WRAPPED_EVENT puts around the payload. */
export const webhookEnvelope = defineModel(
  "WebhookEnvelope",
  "What a webhook with payload mode WRAPPED_EVENT puts around the payload.",
  {
    id: text.nullish().describe("Id of the delivery, a UUID; not the number of the event in the payload."),
    createdAt: createdAt.optional().describe("When the delivery was made."),
    type: text.nullish().describe("What it holds is not published; the event is told by the payload and the tags."),
    sourceName: text.nullish().describe("Name of the service that sent the event."),
    sourceId: text.nullish().describe("Id of the service that sent the event."),
    sourceUrl: text.nullish().describe("Address of the service that sent the event."),
    workspaceId: text.nullish().describe("Id of the workspace."),
    userId: text.nullish().describe("Id of the user who did it."),
    tags: z.array(text).nullish().describe("Routing tags, for example pathfinder and FACT_SHEET_CREATED."),
    payload: z.unknown().describe("The payload, as it would come without the envelope."),
    sequenceInfo: number.nullish().describe("Place of the event in the sequence."),
  },
  sources.webhooks,
);

import * as z from "zod";
import { defineModel, defineValue, sources } from "./define.js";

const createdAt = defineValue(
  "EnvelopeTime",
  "When the event was originally created: a date-time, by the vendor's API description; no envelope was captured.",
  z.union([z.number(), z.string()]),
);

/** What a webhook with the payload mode WRAPPED_EVENT puts around the payload. */
export const webhookEnvelope = defineModel(
  "WebhookEnvelope",
  "What a webhook with the payload mode WRAPPED_EVENT puts around the payload.",
  {
    id: z
      .string()
      .nullish()
      .describe(
        "Id of the event at the webhooks service, a UUID; neither the payload's number nor that of a delivery.",
      ),
    createdAt: createdAt.nullish().describe("When the event was originally created."),
    type: z.string().nullish().describe("What it holds is not published; the payload and the tags identify the event."),
    sourceName: z.string().nullish().describe("Name of the system that sent the event."),
    sourceId: z.string().nullish().describe("Id within the system that sent the event."),
    sourceUrl: z.string().nullish().describe("Address at the system that sent the event."),
    workspaceId: z.string().nullish().describe("Id of the workspace."),
    userId: z.string().nullish().describe("Id of the user who caused the event."),
    tags: z.array(z.string()).nullish().describe("Routing tags, for example pathfinder and FACT_SHEET_CREATED."),
    payload: z.unknown().describe("The payload as it would come without the envelope, or its JSON text."),
    sequenceInfo: z
      .number()
      .nullish()
      .describe("An integer of the vendor's API description, which does not say what it means."),
  },
  sources.webhooks,
);

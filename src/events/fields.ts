import * as z from "zod";
import { eventBase, factSheetRef } from "../zod/models/base.js";
import { assumed, definePayload } from "../zod/models/define.js";
import { fieldValue } from "../zod/models/field-data.js";

/** Body of FACT_SHEET_FIELD_UPDATED. */
export const factSheetFieldUpdatedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_FIELD_UPDATED",
  evidence: "sample",
  tags: assumed("pathfinder", "FACT_SHEET_FIELD_UPDATED"),
  description: "A field of a fact sheet changed.",
  shape: {
    ...eventBase("FactSheetFieldUpdatedEvent"),
    ...factSheetRef,
    path: z.string().describe("Which field, for example /externalId."),
    oldValue: fieldValue.optional().describe("What the field held before."),
    newValue: fieldValue.optional().describe("What the field holds now."),
  },
});

import * as z from "zod";
import { eventBase, factSheetRef } from "../zod/models/base.js";
import { assumed, definePayload } from "../zod/models/define.js";
import { inferredFrom } from "../zod/models/inferred.js";
import { id } from "../zod/models/scalars.js";

/** Body of FACT_SHEET_TAG_ADDED. */
export const factSheetTagAddedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_TAG_ADDED",
  evidence: "sample",
  tags: assumed("pathfinder", "FACT_SHEET_TAG_ADDED"),
  description: "A tag was added to a fact sheet.",
  shape: {
    ...eventBase("FactSheetTagAddedEvent"),
    ...factSheetRef,
    tagId: id.describe("Id of the tag."),
    tagName: z.string().describe("Name of the tag."),
    tagGroupName: z.string().nullish().describe("Name of the tag's group; null or absent for a tag that has none."),
  },
});

/** Body of FACT_SHEET_TAG_REMOVED. */
export const factSheetTagRemovedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_TAG_REMOVED",
  evidence: "inferred",
  tags: assumed("pathfinder", "FACT_SHEET_TAG_REMOVED"),
  description: "A tag was removed from a fact sheet.",
  shape: inferredFrom(factSheetTagAddedPayloadSchema.shape, "FactSheetTagRemovedEvent"),
});

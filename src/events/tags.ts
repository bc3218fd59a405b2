import { eventBase, factSheetRef } from "../models/base.js";
import { definePayload } from "../models/define.js";
import { inferredFrom } from "../models/inferred.js";
import { id, text } from "../models/scalars.js";

export * from "../generated/tags.js";

/** Body of FACT_SHEET_TAG_ADDED. */
export const factSheetTagAddedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_TAG_ADDED",
  evidence: "sample",
  description: "A tag was added to a fact sheet.",
  shape: {
    ...eventBase("FactSheetTagAddedEvent"),
    ...factSheetRef,
    tagId: id.describe("Id of the tag."),
    tagName: text.describe("Name of the tag."),
    tagGroupName: text.nullish().describe("Name of the tag's group; null or absent for a tag that has none."),
  },
});

/** Body of FACT_SHEET_TAG_REMOVED. */
export const factSheetTagRemovedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_TAG_REMOVED",
  evidence: "inferred",
  description: "A tag was removed from a fact sheet.",
  shape: inferredFrom(factSheetTagAddedPayloadSchema.shape, "FactSheetTagRemovedEvent"),
});

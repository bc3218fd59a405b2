import * as z from "zod";
import { eventBase, factSheetRef, factSheetSummary, idAndRev, transactionSequenceNumber } from "../zod/models/base.js";
import { definePayload, published } from "../zod/models/define.js";
import { factSheet } from "../zod/models/fact-sheet.js";
import { inferredFrom } from "../zod/models/inferred.js";
import { id } from "../zod/models/scalars.js";

/** Body of FACT_SHEET_CREATED. */
export const factSheetCreatedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_CREATED",
  evidence: "sample",
  tags: published("pathfinder", "FACT_SHEET_CREATED"),
  description:
    "A fact sheet was created; according to an older page of the vendor, also when one is recovered from the archive.",
  shape: {
    ...eventBase("FactSheetCreatedEvent"),
    factSheet: factSheet.describe("The new fact sheet."),
    clonedFactSheet: z.boolean().nullish().describe("Whether the fact sheet is a copy of another."),
  },
});

/** Body of FACT_SHEET_UPDATED. */
export const factSheetUpdatedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_UPDATED",
  evidence: "sample",
  tags: published("pathfinder", "FACT_SHEET_UPDATED"),
  description:
    "A fact sheet was updated; an update of one of its relations is one, too, beside the relation's own event.",
  shape: {
    ...eventBase("FactSheetUpdatedEvent"),
    factSheet: factSheet.describe("The fact sheet after the update; what it was before is not sent."),
  },
});

/** Body of FACT_SHEET_VIEWED. */
export const factSheetViewedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_VIEWED",
  evidence: "sample",
  tags: published("pathfinder", "FACT_SHEET_VIEWED"),
  description: "A user viewed a fact sheet.",
  shape: {
    ...eventBase("FactSheetViewedEvent"),
    factSheetId: id.describe("Id of the fact sheet."),
    transactionSequenceNumber: transactionSequenceNumber.describe("Always null, in every body that was seen."),
  },
});

/** Body of FACT_SHEET_ARCHIVED. */
export const factSheetArchivedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_ARCHIVED",
  evidence: "sample",
  tags: published("pathfinder", "FACT_SHEET_ARCHIVED"),
  description: "A fact sheet was archived; the fact sheet itself is not sent.",
  shape: {
    ...eventBase("FactSheetArchivedEvent"),
    ...factSheetRef,
    comment: z.string().nullish().describe("The reason that was given."),
    affectedFactSheetIdAndRev: z.array(idAndRev).nullish().describe("The fact sheet and those that it was related to."),
  },
});

/** Which of these fields a body holds is not known. */
const anyReference = {
  ...factSheetViewedPayloadSchema.shape,
  ...factSheetRef,
  transactionSequenceNumber,
  factSheet: factSheetSummary.describe("The fact sheet; how much of it is sent is not known."),
};

/** Body of FACT_SHEET_DELETED. */
export const factSheetDeletedPayloadSchema = definePayload({
  eventType: "FACT_SHEET_DELETED",
  evidence: "inferred",
  tags: published("pathfinder", "FACT_SHEET_DELETED"),
  description: "A fact sheet was deleted: its type was removed from the meta model, or its archive retention expired.",
  shape: inferredFrom(anyReference, "FactSheetDeletedEvent"),
});

/** Body of FACT_SHEET_RECOVERED. */
export const factSheetRecoveredPayloadSchema = definePayload({
  eventType: "FACT_SHEET_RECOVERED",
  evidence: "inferred",
  tags: published("pathfinder", "FACT_SHEET_RECOVERED"),
  description: "An archived fact sheet was recovered.",
  shape: inferredFrom(anyReference, "FactSheetRecoveredEvent"),
});

import * as z from "zod";
import { eventBase, factSheetRef } from "../zod/models/base.js";
import { assumed, definePayload } from "../zod/models/define.js";
import { inferredFrom } from "../zod/models/inferred.js";
import { id } from "../zod/models/scalars.js";

/** Body of DOCUMENT_CREATED. */
export const documentCreatedPayloadSchema = definePayload({
  eventType: "DOCUMENT_CREATED",
  evidence: "sample",
  tags: assumed("pathfinder", "DOCUMENT_CREATED"),
  description: "A resource was added to a fact sheet; its address is not sent.",
  shape: {
    ...eventBase("DocumentCreatedEvent"),
    ...factSheetRef,
    documentId: id.describe("Id of the resource."),
    documentName: z.string().nullable().describe("Name of the resource."),
    documentType: z.string().nullish().describe("Type of the resource in the workspace."),
    documentOrigin: z.string().nullish().describe("Where the resource comes from, for example CUSTOM_LINK."),
    refId: z.string().nullish().describe("Id of the resource at its origin."),
  },
});

/** Body of DOCUMENT_UPDATED. */
export const documentUpdatedPayloadSchema = definePayload({
  eventType: "DOCUMENT_UPDATED",
  evidence: "inferred",
  tags: assumed("pathfinder", "DOCUMENT_UPDATED"),
  description: "A resource of a fact sheet was updated.",
  shape: inferredFrom(documentCreatedPayloadSchema.shape, "DocumentUpdatedEvent"),
});

/** Body of DOCUMENT_DELETED. */
export const documentDeletedPayloadSchema = definePayload({
  eventType: "DOCUMENT_DELETED",
  evidence: "inferred",
  tags: assumed("pathfinder", "DOCUMENT_DELETED"),
  description: "A resource was deleted from a fact sheet.",
  shape: inferredFrom(documentCreatedPayloadSchema.shape, "DocumentDeletedEvent"),
});

import { eventBase, idAndRev } from "../zod/models/base.js";
import { assumed, definePayload } from "../zod/models/define.js";
import { inferredFrom, optionalShape, partialModel } from "../zod/models/inferred.js";
import { relatedFactSheet, relation, relationEnd } from "../zod/models/relation.js";
import { id } from "../zod/models/scalars.js";

/** Body of RELATION_CREATED. */
export const relationCreatedPayloadSchema = definePayload({
  eventType: "RELATION_CREATED",
  evidence: "sample",
  tags: assumed("pathfinder", "RELATION_CREATED"),
  description:
    "A relation was created; according to an older page of the vendor, also when one is recovered from the archive.",
  shape: {
    ...eventBase("RelationCreatedEvent"),
    relationId: id.describe("Id of the relation."),
    relation: relation.describe("The relation."),
    fromDetails: relationEnd.describe("The end that the relation starts from."),
    toDetails: relationEnd.describe("The end that the relation leads to."),
  },
});

// The vendor's tutorial reads the ends down to the fact sheets' ids, with defaults for what is absent.
const updatedRelation = partialModel("UpdatedRelation", "A relation, as an update holds it.", relation.shape);
const updatedIdAndRev = partialModel("UpdatedIdAndRev", "A fact sheet at one of its revisions.", idAndRev.shape);
const updatedRelatedFactSheet = partialModel("UpdatedRelatedFactSheet", "The fact sheet at one end of a relation.", {
  ...relatedFactSheet.shape,
  idAndRev: updatedIdAndRev.nullish().describe("Id and revision of the fact sheet."),
});
const updatedEnd = partialModel("UpdatedRelationEnd", "One end of a relation, as an update holds it.", {
  ...relationEnd.shape,
  factSheetInfos: updatedRelatedFactSheet.nullish().describe("The fact sheet at this end."),
});

/** Body of RELATION_UPDATED. */
export const relationUpdatedPayloadSchema = definePayload({
  eventType: "RELATION_UPDATED",
  evidence: "partial",
  tags: assumed("pathfinder", "RELATION_UPDATED"),
  description: "A relation was updated.",
  shape: {
    ...optionalShape(relationCreatedPayloadSchema.shape),
    type: eventBase("RelationUpdatedEvent").type,
    relation: updatedRelation.nullish().describe("The relation."),
    fromDetails: updatedEnd.nullish().describe("The end that the relation starts from."),
    toDetails: updatedEnd.nullish().describe("The end that the relation leads to."),
  },
});

/** Body of RELATION_ARCHIVED. */
export const relationArchivedPayloadSchema = definePayload({
  eventType: "RELATION_ARCHIVED",
  evidence: "inferred",
  tags: assumed("pathfinder", "RELATION_ARCHIVED"),
  description: "A relation was archived.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationArchivedEvent"),
});

/** Body of RELATION_DELETED. */
export const relationDeletedPayloadSchema = definePayload({
  eventType: "RELATION_DELETED",
  evidence: "inferred",
  tags: assumed("pathfinder", "RELATION_DELETED"),
  description:
    "A relation was deleted with a fact sheet: the fact sheet's type was removed from the meta model, or its archive retention expired.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationDeletedEvent"),
});

/** Body of RELATION_SWITCH. */
export const relationSwitchPayloadSchema = definePayload({
  eventType: "RELATION_SWITCH",
  evidence: "inferred",
  tags: assumed("pathfinder", "RELATION_SWITCH"),
  description: "Only the target fact sheet of a relation changed.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationSwitchEvent", "RelationSwitchedEvent"),
});

import { eventBase } from "../models/base.js";
import { defineModel, definePayload, sources } from "../models/define.js";
import { inferredFrom, optionalShape } from "../models/inferred.js";
import { relation, relationEnd } from "../models/relation.js";
import { id } from "../models/scalars.js";

/** Body of RELATION_CREATED. */
export const relationCreatedPayloadSchema = definePayload({
  eventType: "RELATION_CREATED",
  evidence: "sample",
  description: "A relation was created; by an older page of the vendor, also when one is recovered from the archive.",
  shape: {
    ...eventBase("RelationCreatedEvent"),
    relationId: id.describe("Id of the relation."),
    relation: relation.describe("The relation."),
    fromDetails: relationEnd.describe("The end that the relation starts from."),
    toDetails: relationEnd.describe("The end that the relation leads to."),
  },
});

const updatedRelation = defineModel(
  "UpdatedRelation",
  "A relation, as an update holds it; how much of it is not published.",
  optionalShape(relation.shape),
  sources.events,
);

/** Body of RELATION_UPDATED. */
export const relationUpdatedPayloadSchema = definePayload({
  eventType: "RELATION_UPDATED",
  evidence: "partial",
  description: "A relation was updated.",
  shape: {
    ...optionalShape(relationCreatedPayloadSchema.shape),
    type: eventBase("RelationUpdatedEvent").type,
    relation: updatedRelation.nullish().describe("The relation."),
  },
});

/** Body of RELATION_ARCHIVED. */
export const relationArchivedPayloadSchema = definePayload({
  eventType: "RELATION_ARCHIVED",
  evidence: "inferred",
  description: "A relation was archived.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationArchivedEvent"),
});

/** Body of RELATION_DELETED. */
export const relationDeletedPayloadSchema = definePayload({
  eventType: "RELATION_DELETED",
  evidence: "inferred",
  description:
    "A relation was deleted with a fact sheet: the fact sheet's type was removed from the meta model, or its archive retention expired.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationDeletedEvent"),
});

/** Body of RELATION_SWITCH. */
export const relationSwitchPayloadSchema = definePayload({
  eventType: "RELATION_SWITCH",
  evidence: "inferred",
  description: "Only the target fact sheet of a relation changed.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationSwitchEvent", "RelationSwitchedEvent"),
});

import { eventBase } from "../models/base.js";
import { deepPartialShape } from "../models/deep-partial.js";
import { definePayload } from "../models/define.js";
import { inferredFrom } from "../models/inferred.js";
import { relation, relationEnd } from "../models/relation.js";
import { id } from "../models/scalars.js";

export * from "../generated/relations.js";

const ends = {
  fromDetails: relationEnd.describe("The end that the relation starts from."),
  toDetails: relationEnd.describe("The end that the relation leads to."),
};

/** Body of RELATION_CREATED. */
export const relationCreatedPayloadSchema = definePayload({
  eventType: "RELATION_CREATED",
  evidence: "sample",
  description: "A relation was created; older workspaces send it for one recovered from the archive too.",
  shape: {
    ...eventBase("RelationCreatedEvent"),
    relationId: id.describe("Id of the relation."),
    relation: relation.describe("The relation."),
    ...ends,
  },
});

/** Body of RELATION_UPDATED. */
export const relationUpdatedPayloadSchema = definePayload({
  eventType: "RELATION_UPDATED",
  evidence: "partial",
  description: "A relation was updated.",
  shape: {
    ...deepPartialShape(relationCreatedPayloadSchema.shape),
    type: eventBase("RelationUpdatedEvent").type,
    ...ends,
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
  evidence: "partial",
  description: "A relation was deleted: its type left the meta model, or its retention in the archive ended.",
  shape: {
    ...deepPartialShape(relationCreatedPayloadSchema.shape),
    type: eventBase("RelationDeletedEvent").type,
    ...ends,
  },
});

/** Body of RELATION_SWITCH. */
export const relationSwitchPayloadSchema = definePayload({
  eventType: "RELATION_SWITCH",
  evidence: "inferred",
  description: "Only the target of a relation changed.",
  shape: inferredFrom(relationCreatedPayloadSchema.shape, "RelationSwitchEvent", "RelationSwitchedEvent"),
});

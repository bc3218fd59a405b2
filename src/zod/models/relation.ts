import * as z from "zod";
import { idAndRev } from "./base.js";
import { defineModel } from "./define.js";
import { field } from "./field-data.js";
import { date, id, knownValues } from "./scalars.js";

/** A relation between two fact sheets. */
export const relation = defineModel("Relation", "A relation between two fact sheets.", {
  id: id.describe("Id of the relation."),
  type: z.string().describe("Type of the relation in the meta model, for example relToChild."),
  fromId: id.describe("Id of the fact sheet that the relation starts from."),
  toId: id.describe("Id of the fact sheet that the relation leads to."),
  typeFromFS: z.string().nullish().describe("Type of the fact sheet that the relation starts from."),
  typeToFS: z.string().nullish().describe("Type of the fact sheet that the relation leads to."),
  displayNameToFS: z.string().nullish().describe("Display name of the fact sheet that the relation leads to."),
  status: knownValues("ACTIVE", "ARCHIVED").nullish().describe("Whether the relation is in use or archived."),
  fields: z.array(field).nullish().describe("The relation's fields that are set."),
  naFields: z.array(z.string()).nullish().describe("Names of the relation's fields that are marked as not applicable."),
  permittedReadACL: z
    .array(z.unknown())
    .nullish()
    .describe("Who may read the relation; strings, by the vendor's description of its REST API."),
  constrainingRelations: z
    .array(z.unknown())
    .nullish()
    .describe("The relations that constrain this one; relations, by the vendor's description of its REST API."),
  activeFrom: date.nullish().describe("First day on which the relation holds, YYYY-MM-DD; null when it is open."),
  activeUntil: date.nullish().describe("Last day on which the relation holds, YYYY-MM-DD; null when it is open."),
});

/** The fact sheet at one end of a relation. */
export const relatedFactSheet = defineModel("RelatedFactSheet", "The fact sheet at one end of a relation.", {
  type: z.string().nullish().describe("Type of the fact sheet."),
  idAndRev: idAndRev.describe("Id and revision of the fact sheet."),
  displayName: z.string().nullish().describe("Display name of the fact sheet."),
});

/** One end of a relation. */
export const relationEnd = defineModel("RelationEnd", "One end of a relation.", {
  factSheetInfos: relatedFactSheet.describe("The fact sheet at this end."),
  effectiveRelationName: z.string().nullish().describe("Name of the relation, seen from this end."),
});

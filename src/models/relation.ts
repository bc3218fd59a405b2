import * as z from "zod";
import { defineModel } from "./define.js";
import { field } from "./field-data.js";
import { date, id, integer, knownValues, text } from "./scalars.js";

/** A relation between two fact sheets. */
export const relation = defineModel("Relation", "A relation between two fact sheets.", {
  id: id.describe("Id of the relation."),
  type: text.describe("Type of the relation in the meta model, for example relToChild."),
  fromId: id.describe("Id of the fact sheet that the relation starts from."),
  toId: id.describe("Id of the fact sheet that the relation leads to."),
  typeFromFS: text.describe("Type of the fact sheet that the relation starts from."),
  typeToFS: text.describe("Type of the fact sheet that the relation leads to."),
  displayNameToFS: text.nullish().describe("Display name of the fact sheet that the relation leads to."),
  status: knownValues("ACTIVE", "ARCHIVED").optional().describe("Whether the relation is in use or archived."),
  fields: z.array(field).optional().describe("The relation's fields that are set."),
  naFields: z.array(text).optional().describe("Names of the relation's fields that are marked as not applicable."),
  permittedReadACL: z.array(z.unknown()).optional().describe("Who may read the relation; its form is not published."),
  constrainingRelations: z
    .array(z.unknown())
    .optional()
    .describe("The relations that constrain this one; their form is not published."),
  activeFrom: date.nullish().describe("First day on which the relation holds, YYYY-MM-DD; null when it is open."),
  activeUntil: date.nullish().describe("Last day on which the relation holds, YYYY-MM-DD; null when it is open."),
});

const relatedFactSheet = defineModel("RelatedFactSheet", "The fact sheet at one end of a relation.", {
  type: text.optional().describe("Type of the fact sheet."),
  idAndRev: defineModel("RelatedIdAndRev", "A fact sheet at one end of a relation, and its revision if it is known.", {
    id: id.describe("Id of the fact sheet."),
    rev: integer.optional().describe("Revision of the fact sheet."),
  }).describe("Id and revision of the fact sheet."),
  displayName: text.nullish().describe("Display name of the fact sheet."),
});

/** One end of a relation. */
export const relationEnd = defineModel("RelationEnd", "One end of a relation.", {
  factSheetInfos: relatedFactSheet.describe("The fact sheet at this end."),
  effectiveRelationName: text.optional().describe("Name of the relation seen from this end."),
});

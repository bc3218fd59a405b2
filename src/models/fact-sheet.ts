import * as z from "zod";
import { accessControlEntity } from "./base.js";
import { completion } from "./completion.js";
import { defineModel, sources } from "./define.js";
import { field } from "./field-data.js";
import { relation } from "./relation.js";
import { anyObject, date, flag, id, integer, knownValues, text, timestamp } from "./scalars.js";

const tagGroup = defineModel(
  "TagGroup",
  "A group of tags.",
  {
    id: id.describe("Id of the tag group."),
    name: text.describe("Name of the tag group."),
    shortName: text.nullish().describe("Short name of the tag group."),
    description: text.nullish().describe("What the tag group is for."),
    mandatory: flag.nullish().describe("Whether a fact sheet must carry a tag of the group."),
    mode: knownValues("SINGLE", "MULTIPLE")
      .nullish()
      .describe("Whether a fact sheet takes one tag of the group or many."),
    restrictToFactSheetTypes: z.array(text).nullish().describe("Types of the fact sheets that can carry its tags."),
    mandatoryForFactSheetTypes: z.array(text).nullish().describe("Types of the fact sheets that must carry its tags."),
  },
  sources.rest,
);

const tag = defineModel(
  "Tag",
  "A tag that a fact sheet carries.",
  {
    id: id.describe("Id of the tag."),
    name: text.describe("Name of the tag."),
    description: text.nullish().describe("What the tag means."),
    bgColor: text.nullish().describe("Colour of the tag, for example #ffcc00."),
    status: text.optional().describe("State of the tag."),
    tagGroup: tagGroup.nullish().describe("The tag's group; null or absent for a tag that has none."),
  },
  sources.rest,
);

const fileInformation = defineModel(
  "FileInformation",
  "The file behind a resource.",
  {
    fileName: text.nullish().describe("Name of the file."),
    mediaType: text.nullish().describe("Media type of the file, for example application/pdf."),
  },
  sources.rest,
);

const document = defineModel(
  "Document",
  "A resource of a fact sheet; the wire calls it document.",
  {
    id: id.describe("Id of the resource."),
    name: text.describe("Name of the resource."),
    description: text.nullish().describe("What the resource is."),
    url: text.nullish().describe("Address of the resource."),
    origin: text.nullish().describe("Where the resource comes from, for example CUSTOM_LINK."),
    documentType: text.nullish().describe("Type of the resource in the workspace."),
    metadata: text.nullish().describe("What the origin adds to the resource."),
    refId: text.nullish().describe("Id of the resource at its origin."),
    displayName: text.nullish().describe("Name under which the resource is shown."),
    createdAt: timestamp.optional().describe("When the resource was added, ISO 8601."),
    fileInformation: fileInformation.nullish().describe("The uploaded file; null or absent for a link."),
    size: integer.nullish().describe("Size of the uploaded file in bytes."),
  },
  sources.rest,
);

const subscription = defineModel(
  "Subscription",
  "A user's subscription to a fact sheet.",
  {
    id: id.describe("Id of the subscription."),
    userId: id.optional().describe("Id of the subscribed user."),
    type: knownValues("ACCOUNTABLE", "RESPONSIBLE", "OBSERVER").describe("How the user is subscribed."),
    roles: z.array(anyObject).optional().describe("The user's roles; their form is not published."),
    linkedRoles: z.array(anyObject).optional().describe("Linked roles; their form is not published."),
  },
  sources.rest,
);

const milestone = defineModel(
  "Milestone",
  "A milestone of a fact sheet.",
  {
    id: id.nullish().describe("Id of the milestone."),
    date: date.describe("The day of the milestone, YYYY-MM-DD."),
    name: text.describe("Name of the milestone."),
    description: text.nullish().describe("What the milestone is."),
  },
  sources.rest,
);

/** A fact sheet as it is after the event. */
export const factSheet = defineModel("FactSheet", "A fact sheet as it is after the event.", {
  id: id.describe("Id of the fact sheet."),
  rev: integer.describe("Revision: 0 when new, though a clone can start higher."),
  type: text.describe("Type of the fact sheet, for example Application."),
  name: text.describe("Name of the fact sheet."),
  displayName: text.describe("Name under which the fact sheet is shown, its parents' names included."),
  fullName: text.optional().describe("Name with the parents' names."),
  description: text.nullish().describe("Description of the fact sheet; absent when it is not set."),
  level: integer.optional().describe("Place in its hierarchy, counted from 1."),
  status: knownValues("ACTIVE", "ARCHIVED").describe("Whether the fact sheet is in use or archived."),
  lxState: knownValues("BROKEN_QUALITY_SEAL", "DRAFT", "REJECTED", "APPROVED")
    .optional()
    .describe("State of the quality seal."),
  createdAt: timestamp.describe("When the fact sheet was created, ISO 8601 with up to 9 fraction digits."),
  updatedAt: timestamp.describe("When the fact sheet was last changed, ISO 8601 with up to 9 fraction digits."),
  fields: z.array(field).describe("The fields that are set, category and lifecycle among them."),
  naFields: z.array(text).optional().describe("Names of the fields that are marked as not applicable."),
  tags: z.array(tag).optional().describe("The tags; absent when there are none."),
  relations: z.array(relation).optional().describe("The relations to other fact sheets."),
  documents: z.array(document).optional().describe("The resources."),
  milestones: z.array(milestone).optional().describe("The milestones."),
  subscriptions: z.array(subscription).optional().describe("The users' subscriptions."),
  permittedReadACL: z.array(accessControlEntity).optional().describe("Who may read the fact sheet."),
  permittedWriteACL: z.array(accessControlEntity).optional().describe("Who may change the fact sheet."),
  completion: completion.optional().describe("How complete the fact sheet is."),
  lxExcludeFromQuota: flag.optional().describe("Whether the fact sheet does not count towards the licence."),
});

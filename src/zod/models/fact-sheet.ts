import * as z from "zod";
import { accessControlEntity } from "./base.js";
import { completion } from "./completion.js";
import { defineModel, restModel } from "./define.js";
import { field } from "./field-data.js";
import { relation } from "./relation.js";
import { date, id, integer, knownValues, timestamp } from "./scalars.js";

const tagGroup = restModel("TagGroup", "A group of tags.", {
  id: id.describe("Id of the tag group."),
  name: z.string().nullish().describe("Name of the tag group."),
  shortName: z.string().nullish().describe("Short name of the tag group."),
  description: z.string().nullish().describe("What the tag group is for."),
  mandatory: z.boolean().nullish().describe("Whether a fact sheet must have a tag of the group."),
  mode: knownValues("SINGLE", "MULTIPLE")
    .nullish()
    .describe("Whether a fact sheet takes one tag of the group or several."),
  restrictToFactSheetTypes: z.array(z.string()).nullish().describe("Types of the fact sheets that can have its tags."),
  mandatoryForFactSheetTypes: z
    .array(z.string())
    .nullish()
    .describe("Types of the fact sheets that must have one of its tags."),
});

const tag = restModel("Tag", "A tag of a fact sheet.", {
  id: id.describe("Id of the tag."),
  name: z.string().nullish().describe("Name of the tag."),
  description: z.string().nullish().describe("What the tag means."),
  bgColor: z.string().nullish().describe("Colour of the tag, for example #ffcc00."),
  status: knownValues("ACTIVE", "ARCHIVED").nullish().describe("Whether the tag is in use or archived."),
  tagGroup: tagGroup.nullish().describe("The tag's group; null or absent if it has none."),
});

const fileInformation = restModel("FileInformation", "The file behind a resource.", {
  fileName: z.string().nullish().describe("Name of the file."),
  mediaType: z.string().nullish().describe("Media type of the file, for example application/pdf."),
});

const document = restModel("FactSheetDocument", "A resource of a fact sheet; the wire calls it document.", {
  id: id.describe("Id of the resource."),
  name: z.string().nullish().describe("Name of the resource."),
  description: z.string().nullish().describe("What the resource is."),
  url: z.string().nullish().describe("Address of the resource."),
  origin: z.string().nullish().describe("Where the resource comes from, for example CUSTOM_LINK."),
  documentType: z.string().nullish().describe("Type of the resource in the workspace."),
  metadata: z.string().nullish().describe("What the origin adds to the resource."),
  refId: z.string().nullish().describe("Id of the resource at its origin."),
  displayName: z.string().nullish().describe("Name under which the resource is shown."),
  createdAt: timestamp.nullish().describe("When the resource was added, ISO 8601."),
  fileInformation: fileInformation.nullish().describe("The uploaded file; null or absent for a link."),
  size: integer.nullish().describe("Size of the uploaded file in bytes."),
});

const subscriptionRole = restModel("SubscriptionRole", "A role in which a user is subscribed.", {
  id: id.nullish().describe("Id of the role."),
  name: z.string().nullish().describe("Name of the role."),
  restrictToFactSheetTypes: z.array(z.string()).nullish().describe("Types of the fact sheets that have the role."),
  subscriptionType: z.string().nullish().describe("Type of the subscriptions that have the role."),
});

const linkedRole = restModel("LinkedRole", "A role that is linked to a subscription.", {
  roleId: id.nullish().describe("Id of the role."),
  comment: z.string().nullish().describe("A remark on the role."),
  name: z.string().nullish().describe("Name of the role."),
  description: z.string().nullish().describe("What the role is for."),
});

const subscription = restModel("Subscription", "A user's subscription to a fact sheet.", {
  id: id.describe("Id of the subscription."),
  userId: id.nullish().describe("Id of the subscribed user."),
  type: knownValues("ACCOUNTABLE", "RESPONSIBLE", "OBSERVER").nullish().describe("How the user is subscribed."),
  roles: z.array(subscriptionRole).nullish().describe("The user's roles."),
  linkedRoles: z.array(linkedRole).nullish().describe("The linked roles."),
});

const milestone = restModel("Milestone", "A milestone of a fact sheet.", {
  id: id.nullish().describe("Id of the milestone."),
  date: date.nullish().describe("The day of the milestone, YYYY-MM-DD."),
  name: z.string().nullish().describe("Name of the milestone."),
  description: z.string().nullish().describe("What the milestone is."),
});

/** A fact sheet as it is after the event. */
export const factSheet = defineModel("FactSheet", "A fact sheet as it is after the event.", {
  id: id.describe("Id of the fact sheet."),
  rev: integer.describe("Revision: 0 when new, though a clone can start higher."),
  type: z.string().describe("Type of the fact sheet, for example Application."),
  name: z.string().describe("Name of the fact sheet."),
  displayName: z.string().describe("Name under which the fact sheet is shown, its parents' names included."),
  fullName: z.string().nullish().describe("Name with the parents' names."),
  description: z.string().nullish().describe("Description of the fact sheet; absent when it is not set."),
  level: integer.nullish().describe("Place in its hierarchy, counted from 1."),
  status: knownValues("ACTIVE", "ARCHIVED").describe("Whether the fact sheet is in use or archived."),
  lxState: knownValues("BROKEN_QUALITY_SEAL", "DRAFT", "REJECTED", "APPROVED")
    .nullish()
    .describe("State of the quality seal."),
  createdAt: timestamp.describe(
    "When the fact sheet was created; ISO 8601 with 6 or 9 fraction digits in what was seen.",
  ),
  updatedAt: timestamp.describe(
    "When the fact sheet was last changed; ISO 8601 with 6 or 9 fraction digits in what was seen.",
  ),
  fields: z.array(field).describe("The fields that are set, category and lifecycle among them."),
  naFields: z.array(z.string()).nullish().describe("Names of the fields that are marked as not applicable."),
  tags: z.array(tag).nullish().describe("The tags; absent when there are none."),
  relations: z.array(relation).nullish().describe("The relations to other fact sheets."),
  documents: z.array(document).nullish().describe("The resources."),
  milestones: z.array(milestone).nullish().describe("The milestones."),
  subscriptions: z.array(subscription).nullish().describe("The users' subscriptions."),
  permittedReadACL: z.array(accessControlEntity).nullish().describe("Who may read the fact sheet."),
  permittedWriteACL: z.array(accessControlEntity).nullish().describe("Who may change the fact sheet."),
  completion: completion.nullish().describe("How complete the fact sheet is."),
  lxExcludeFromQuota: z.boolean().nullish().describe("Whether the fact sheet is excluded from the quota."),
});

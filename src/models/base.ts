import * as z from "zod";
import { defineModel, sources } from "./define.js";
import { id, integer, text, timestamp } from "./scalars.js";

/** The members that every event with a class name has. */
export function eventBase<const ClassName extends string>(className: ClassName) {
  return {
    id: integer.describe("Number of the event in the workspace's log; not a UUID."),
    type: z.literal(className).describe("Class name of the event, not the event type that one subscribes to."),
    workspaceId: id.describe("Id of the workspace."),
    userId: id.nullable().describe("Id of the user who did it; null for system actors."),
    createdAt: timestamp.describe("When it happened, ISO 8601 with up to 9 fraction digits."),
    transactionSequenceNumber: integer
      .nullable()
      .describe(
        "Grows with every transaction of the workspace: deliveries are not ordered, and of two the greater is newer. Null in FACT_SHEET_VIEWED.",
      ),
  };
}

/** An id and a revision. */
export const idAndRev = defineModel("IdAndRev", "A fact sheet at one of its revisions.", {
  id: id.describe("Id of the fact sheet."),
  rev: integer.describe("Revision of the fact sheet."),
});

/** The members that every event about one fact sheet has. */
export const factSheetRef = {
  fsType: text.describe("Type of the fact sheet, for example Application."),
  fsIdAndRev: idAndRev.describe("The fact sheet."),
};

/** Who may read or write a fact sheet. */
export const accessControlEntity = defineModel(
  "AccessControlEntity",
  "A group of users that an access right is given to.",
  {
    id: id.optional().describe("Id of the group."),
    name: text.nullish().describe("Name of the group."),
  },
  sources.rest,
);

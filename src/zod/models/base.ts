import * as z from "zod";
import { defineModel, restModel } from "./define.js";
import { optionalShape } from "./inferred.js";
import { id, integer, timestamp } from "./scalars.js";

export const transactionSequenceNumber = integer
  .nullish()
  .describe(
    "Grows with every transaction of the workspace. Deliveries are not ordered: of two, the one with the greater number is newer.",
  );

const base = {
  id: integer.describe("Number of the event in the workspace's log; not a UUID."),
  workspaceId: id.describe("Id of the workspace."),
  userId: id.nullish().describe("Id of the user who caused the event."),
  createdAt: timestamp.describe("When the event happened; ISO 8601 with 6 fraction digits in what was seen."),
  transactionSequenceNumber,
};

/** The fields that every event with a class name has. */
export function eventBase<const ClassName extends string>(className: ClassName) {
  const type = z.literal(className).describe("Class name of the event; differs from the event type you subscribe to.");
  return { type, ...base };
}

/** What the payloads of these events have in common; if only the name of an event is published, any of it may be absent. */
export const commonFields = defineModel(
  "EventBase",
  "What every event holds whose body names a class; if only the name of an event is published, any of it may be absent.",
  optionalShape(base),
);

/** An id and a revision. */
export const idAndRev = defineModel("IdAndRev", "A fact sheet at one of its revisions.", {
  id: id.describe("Id of the fact sheet."),
  rev: integer.nullish().describe("Revision of the fact sheet."),
});

/** The fields that every event about one fact sheet has. */
export const factSheetRef = {
  fsType: z.string().describe("Type of the fact sheet, for example Application."),
  fsIdAndRev: idAndRev.describe("Id and revision of the fact sheet."),
};

/** The part of a fact sheet in events that do not send all of it. */
export const factSheetSummary = defineModel("FactSheetSummary", "Which fact sheet an event is about.", {
  id: id.nullish().describe("Id of the fact sheet."),
  type: z.string().nullish().describe("Type of the fact sheet, for example Application."),
  name: z.string().nullish().describe("Name of the fact sheet."),
  displayName: z.string().nullish().describe("Name under which the fact sheet is shown."),
});

/** Who may read or write a fact sheet. */
export const accessControlEntity = restModel("AccessControlEntity", "A group of users that has an access right.", {
  id: id.nullish().describe("Id of the group."),
  name: z.string().nullish().describe("Name of the group."),
});

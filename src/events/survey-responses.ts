import * as z from "zod";
import { defineModel, definePayload, defineValue, sources } from "../models/define.js";
import { optionalShape } from "../models/inferred.js";
import { id, knownValues, timestamp } from "../models/scalars.js";
import { pollResult, pollRun } from "../models/survey.js";

const pollResultEventType = knownValues("POLL_RESULT_CREATED", "POLL_RESULT_UPDATED", "POLL_RESULT_FINALIZED").describe(
  "What happened to the response; POLL_RESULT_FINALIZED when it was submitted.",
);

const createdAt = defineValue(
  "PollResultTime",
  "When a survey response changed: epoch milliseconds; an ISO 8601 timestamp is accepted too.",
  z.union([z.number(), timestamp]),
);

/** Body of POLL_RESULT_CREATED. */
export const pollResultCreatedPayloadSchema = definePayload({
  eventType: "POLL_RESULT_CREATED",
  evidence: "sample",
  description: "A survey response was created; the wire calls it poll result.",
  shape: {
    type: z.literal("POLL_RESULT_CREATED").describe("Name of the event; here it is the event type itself."),
    pollResultEventType,
    workspaceId: id.describe("Id of the workspace."),
    createdAt: createdAt.describe("When it happened, in epoch milliseconds."),
    pollRun: pollRun.describe("The survey's run."),
    pollResult: pollResult.describe("The survey response."),
  },
});

/** How much of a run and a response an update holds is not published. */
const updatedPollRun = defineModel(
  "UpdatedPollRun",
  "One run of a survey, as an update holds it.",
  optionalShape(pollRun.shape),
  sources.events,
);
const updatedPollResult = defineModel(
  "UpdatedPollResult",
  "A survey response, as an update holds it.",
  optionalShape(pollResult.shape),
  sources.events,
);

/** Body of POLL_RESULT_UPDATED. */
export const pollResultUpdatedPayloadSchema = definePayload({
  eventType: "POLL_RESULT_UPDATED",
  evidence: "partial",
  description: "A survey response was updated or submitted.",
  shape: {
    ...optionalShape(pollResultCreatedPayloadSchema.shape),
    type: z
      .literal(["POLL_RESULT_UPDATED", "POLL_RESULT_FINALIZED"])
      .describe("Name of the event; which of the two a submitted response has is not known."),
    pollRun: updatedPollRun.nullish().describe("The survey's run."),
    pollResult: updatedPollResult.nullish().describe("The survey response."),
  },
});

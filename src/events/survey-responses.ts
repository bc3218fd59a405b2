import * as z from "zod";
import { definePayload, defineValue } from "../zod/models/define.js";
import { optionalShape, partialModel } from "../zod/models/inferred.js";
import { id, knownValues, timestamp } from "../zod/models/scalars.js";
import { poll, pollAnswer, pollResult, pollRun } from "../zod/models/survey.js";

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
    createdAt: createdAt.describe("When the event happened, in epoch milliseconds."),
    pollRun: pollRun.describe("The survey's run."),
    pollResult: pollResult.describe("The survey response."),
  },
});

// The vendor's tutorial reads the ids of the survey, the fact sheet and the questions, with defaults for what is absent.
const updatedPoll = partialModel("UpdatedPoll", "A survey, as an update of a response holds it.", poll.shape);
const updatedAnswer = partialModel("UpdatedPollAnswer", "An answer of a survey response.", pollAnswer.shape);
const updatedPollRun = partialModel("UpdatedPollRun", "One run of a survey, as an update holds it.", {
  ...pollRun.shape,
  poll: updatedPoll.nullish().describe("The survey."),
  pollCopy: updatedPoll.nullish().describe("By its name, a copy of the survey; the vendor does not describe it."),
});
const updatedPollResult = partialModel("UpdatedPollResult", "A survey response, as an update holds it.", {
  ...pollResult.shape,
  answers: z.array(updatedAnswer).nullish().describe("The answers."),
});

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

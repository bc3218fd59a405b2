import * as z from "zod";
import { deepPartialShape } from "../models/deep-partial.js";
import { defineModel, definePayload, defineValue, sources } from "../models/define.js";
import { id, knownValues, number, timestamp } from "../models/scalars.js";
import { poll, pollAnswer, pollFactSheet, pollResult, pollRun } from "../models/survey.js";

export * from "../generated/survey-responses.js";

const pollResultEventType = knownValues("POLL_RESULT_CREATED", "POLL_RESULT_UPDATED", "POLL_RESULT_FINALIZED").describe(
  "What happened to the response; POLL_RESULT_FINALIZED when it was handed in.",
);

const createdAt = defineValue(
  "PollResultTime",
  "When a survey response changed: epoch milliseconds; an ISO 8601 timestamp is taken too.",
  z.union([number, timestamp]),
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
    createdAt: createdAt.describe("When it happened."),
    pollRun: pollRun.describe("The survey's run."),
    pollResult: pollResult.describe("The survey response."),
  },
});

/** What a response of POLL_RESULT_UPDATED was seen to be read for, and else nothing that must be there. */
const updatedPollRun = defineModel(
  "UpdatedPollRun",
  "One run of a survey, of which an update sends the survey's id at least.",
  {
    ...deepPartialShape(pollRun.shape),
    poll: defineModel(
      "UpdatedPoll",
      "A survey, of which an update sends the id at least.",
      { ...deepPartialShape(poll.shape), id: poll.shape.id },
      sources.events,
    ).describe("The survey."),
  },
  sources.events,
);

const updatedPollResult = defineModel(
  "UpdatedPollResult",
  "A survey response, of which an update sends the fact sheet's id at least.",
  {
    ...deepPartialShape(pollResult.shape),
    factSheet: defineModel(
      "UpdatedPollFactSheet",
      "The fact sheet that a survey response is about, of which an update sends the id at least.",
      { ...deepPartialShape(pollFactSheet.shape), id: pollFactSheet.shape.id },
      sources.events,
    ).describe("The fact sheet that the response is about."),
    answers: z.array(pollAnswer).optional().describe("The answers."),
  },
  sources.events,
);

/** Body of POLL_RESULT_UPDATED. */
export const pollResultUpdatedPayloadSchema = definePayload({
  eventType: "POLL_RESULT_UPDATED",
  evidence: "partial",
  description: "A survey response was updated, or handed in.",
  shape: {
    ...deepPartialShape(pollResultCreatedPayloadSchema.shape),
    type: z
      .literal(["POLL_RESULT_UPDATED", "POLL_RESULT_FINALIZED"])
      .describe("Name of the event; which of the two it is for a response that was handed in is not known."),
    pollResultEventType,
    pollRun: updatedPollRun.describe("The survey's run."),
    pollResult: updatedPollResult.describe("The survey response."),
  },
});

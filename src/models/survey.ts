import * as z from "zod";
import type { Question } from "../generated/types.js";
import { defineModel, defineValue } from "./define.js";
import { anyObject, flag, id, integer, knownValues, number, text, timestamp } from "./scalars.js";

const pollDate = defineValue(
  "PollDate",
  "A date of a survey: its form is not published, and createdAt of the same body is a number; null when it is not set.",
  z.union([text, number]).nullable(),
);

const user = defineModel("User", "A user that a survey asks, or who sent it.", {
  id: id.describe("Id of the user."),
  email: text.nullish().describe("E-mail address of the user."),
  fullName: text.nullish().describe("First and last name of the user."),
  firstName: text.nullish().describe("First name of the user."),
  lastName: text.nullish().describe("Last name of the user."),
});

const questionOption = defineModel("QuestionOption", "An option of a question.", {
  id: id.nullish().describe("Id of the option."),
  label: text.nullish().describe("Text of the option."),
});

const factSheetElement = defineModel("FactSheetElement", "The part of the fact sheet that a question asks for.", {
  type: text.nullish().describe("Kind of the part, for example a field."),
  factSheetFieldName: text.nullish().describe("Name of the field in the meta model."),
  factSheetFieldType: text.nullish().describe("Type of the field in the meta model."),
});

const question = defineModel("Question", "A question of a survey.", {
  id: text.describe("Id of the question: hexadecimal, though no RFC 9562 UUID."),
  type: knownValues("factsheetelement", "text", "singlechoice", "multiplechoice", "number", "date", "group").describe(
    "Kind of the question.",
  ),
  label: text.nullish().describe("Text of the question."),
  deleted: flag.optional().describe("Whether the question was deleted."),
  disabled: flag.optional().describe("Whether the question is switched off."),
  powerfeature: flag.optional().describe("Whether the question is a power feature."),
  factSheetElement: factSheetElement.nullish().describe("The part of the fact sheet that the question asks for."),
  options: z.array(questionOption).nullish().describe("The options to choose from."),
  settings: anyObject.nullish().describe("Settings of the question; their form depends on its kind."),
  get children(): z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodType<Question>>>> {
    return z.array(question).nullish().describe("The questions below this one.");
  },
});

const questionnaire = defineModel("Questionnaire", "The questions of a survey.", {
  id: id.nullish().describe("Id of the questionnaire."),
  questions: z.array(question).nullish().describe("The questions."),
});

const userQueryRole = defineModel("UserQueryRole", "A kind of subscription whose users a survey asks.", {
  subscriptionType: text.nullish().describe("The subscription's type, for example RESPONSIBLE."),
  roleDetails: z.array(anyObject).nullish().describe("The roles; their form is not published."),
});

const userQuery = defineModel("UserQuery", "Which users a survey asks.", {
  roles: z.array(userQueryRole).nullish().describe("The subscriptions whose users are asked."),
});

const facetFilter = defineModel("FacetFilter", "A condition on the fact sheets of a survey.", {
  facetKey: text.nullish().describe("What the condition looks at, for example FactSheetTypes."),
  operator: text.nullish().describe("How the keys are combined, for example OR."),
  keys: z.array(text).nullish().describe("The values that are looked for."),
});

const factSheetFilter = defineModel("FactSheetFilter", "The conditions on the fact sheets of a survey.", {
  facetFilter: z.array(facetFilter).nullish().describe("The conditions."),
});

const factSheetQuery = defineModel("FactSheetQuery", "Which fact sheets a survey is about.", {
  ids: z.array(text).nullish().describe("Ids of the fact sheets."),
  filter: factSheetFilter.nullish().describe("Conditions that the fact sheets meet."),
});

/** A survey. */
export const poll = defineModel("Poll", "A survey; the wire calls it poll.", {
  id: id.describe("Id of the survey."),
  title: text.describe("Title of the survey."),
  status: text.nullish().describe("State of the survey."),
  language: text.nullish().describe("Language of the survey, for example en."),
  creatorId: id.nullish().describe("Id of the user who made the survey."),
  timeFrame: integer.nullish().describe("Days that there are to answer."),
  userQuery: userQuery.nullish().describe("Which users are asked."),
  workspaceId: id.nullish().describe("Id of the workspace."),
  creationDate: pollDate.optional().describe("When the survey was made."),
  factSheetType: text.nullish().describe("Type of the fact sheets that the survey is about."),
  questionnaire: questionnaire.nullish().describe("The questions."),
  factSheetQuery: factSheetQuery.nullish().describe("Which fact sheets the survey is about."),
  repeatIntervall: integer.nullish().describe("Interval at which the survey repeats; spelled so on the wire."),
  introductionText: text.nullish().describe("Introduction of the survey's mail."),
  introductionSubject: text.nullish().describe("Subject of the survey's mail."),
  additionalFactSheetText: text.nullish().describe("Introduction of the mail about additional fact sheets."),
  additionalFactSheetSubject: text.nullish().describe("Subject of the mail about additional fact sheets."),
  allowedPermissionStatus: text.nullish().describe("State that a user must have to be asked."),
  dueDate: pollDate.optional().describe("Until when answers are taken."),
  sendChangeNotifications: flag.nullish().describe("Whether changes are announced by mail."),
  additionalFactSheetCheckEnabled: flag.nullish().describe("Whether users are asked for additional fact sheets."),
});

/** One run of a survey. */
export const pollRun = defineModel("PollRun", "One run of a survey.", {
  id: id.describe("Id of the run."),
  poll: poll.describe("The survey."),
  pollCopy: poll.optional().describe("The survey as it was when the run started."),
  status: text.optional().describe("State of the run."),
  language: text.optional().describe("Language of the run, for example en."),
  resultView: text.optional().describe("How the results are shown."),
  pollRunType: text.optional().describe("Kind of the run."),
  pollResultType: text.optional().describe("Kind of the results."),
  senderId: id.nullish().describe("Id of the user who sent the survey."),
  startTime: timestamp.nullish().describe("When the run started, ISO 8601."),
  endTime: timestamp.nullish().describe("When the run ends, ISO 8601; null or absent when it is open."),
  factsheetsTotal: integer.optional().describe("Number of fact sheets."),
  factsheetsProgress: integer.optional().describe("Number of fact sheets in progress."),
  factsheetsSelected: integer.optional().describe("Number of fact sheets that were selected."),
  factsheetsCompleted: integer.optional().describe("Number of fact sheets that are answered."),
  recipientsTotal: integer.optional().describe("Number of users who are asked."),
  recipientsProgress: integer.optional().describe("Number of users who have begun."),
  recipientsCompleted: integer.optional().describe("Number of users who have answered."),
  sendChangeNotifications: flag.optional().describe("Whether changes are announced by mail."),
  additionalFactSheetCheckEnabled: flag.optional().describe("Whether users are asked for additional fact sheets."),
});

/** The fact sheet that a survey response is about. */
export const pollFactSheet = defineModel("PollFactSheet", "The fact sheet that a survey response is about.", {
  id: id.describe("Id of the fact sheet."),
  name: text.optional().describe("Name of the fact sheet."),
  type: text.optional().describe("Type of the fact sheet."),
  displayName: text.optional().describe("Name under which the fact sheet is shown."),
});

/** An answer of a survey response. */
export const pollAnswer = defineModel("PollAnswer", "An answer of a survey response.", {
  questionId: text.describe("Id of the question."),
  answer: z.unknown().optional().describe("What was answered: an array of strings once given; null or absent before."),
});

/** A survey response. */
export const pollResult = defineModel("PollResult", "A survey response; the wire calls it poll result.", {
  id: id.describe("Id of the response."),
  pollRunId: id.optional().describe("Id of the survey's run."),
  status: knownValues("NEW", "FINALIZED").optional().describe("State of the response."),
  users: z.array(user).optional().describe("The users who are asked."),
  sender: user.nullish().describe("The user who sent the survey."),
  factSheet: pollFactSheet.nullish().describe("The fact sheet that the response is about."),
  answers: z.array(pollAnswer).optional().describe("The answers."),
});

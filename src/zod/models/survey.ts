import * as z from "zod";
import type { Question } from "../../generated/types.js";
import { factSheetSummary } from "./base.js";
import { defineModel, defineValue } from "./define.js";
import { limitedDepth } from "./limited-depth.js";
import { anyObject, id, integer, knownValues } from "./scalars.js";

const pollTime = defineValue(
  "PollTime",
  "A time of a survey: text or a number, because the service sends both forms.",
  z.union([z.number(), z.string()]),
);

const user = defineModel("User", "A recipient or the sender of a survey.", {
  id: id.describe("Id of the user."),
  email: z.string().nullish().describe("E-mail address of the user."),
  fullName: z.string().nullish().describe("First and last name of the user."),
  firstName: z.string().nullish().describe("First name of the user."),
  lastName: z.string().nullish().describe("Last name of the user."),
});

const questionOption = defineModel("QuestionOption", "An option of a question.", {
  id: id.nullish().describe("Id of the option."),
  label: z.string().nullish().describe("Text of the option."),
});

const factSheetElement = defineModel("FactSheetElement", "The part of the fact sheet that a question asks for.", {
  type: z.string().nullish().describe("Kind of the part, for example a field."),
  factSheetFieldName: z.string().nullish().describe("Name of the field in the meta model."),
  factSheetFieldType: z.string().nullish().describe("Type of the field in the meta model."),
});

const question = limitedDepth(
  defineModel("Question", "A question of a survey.", {
    id: z.string().describe("Id of the question: hexadecimal, but not an RFC 9562 UUID."),
    type: knownValues("factsheetelement", "text", "singlechoice", "multiplechoice", "number", "date", "group").describe(
      "Kind of the question.",
    ),
    label: z.string().nullish().describe("Text of the question."),
    deleted: z.boolean().nullish().describe("Whether the question was deleted."),
    disabled: z.boolean().nullish().describe("Whether the question is switched off."),
    powerfeature: z.boolean().nullish().describe("Whether the question is a power feature."),
    factSheetElement: factSheetElement.nullish().describe("The part of the fact sheet that the question asks for."),
    options: z.array(questionOption).nullish().describe("The options to choose from."),
    settings: anyObject.nullish().describe("Settings of the question; their form depends on its kind."),
    get children(): z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodType<Question>>>> {
      return z.array(question).nullish().describe("The questions below this one.");
    },
  }),
);

const questionnaire = defineModel("Questionnaire", "The questions of a survey.", {
  id: id.nullish().describe("Id of the questionnaire."),
  questions: z.array(question).nullish().describe("The questions."),
});

const roleDetail = defineModel("RoleDetail", "A role whose users a survey asks.", {
  id: id.nullish().describe("Id of the role."),
  name: z.string().nullish().describe("Name of the role."),
});

const userQueryRole = defineModel("UserQueryRole", "A kind of subscription whose users a survey asks.", {
  subscriptionType: z.string().nullish().describe("The subscription's type, for example RESPONSIBLE."),
  roleDetails: z.array(roleDetail).nullish().describe("The roles."),
});

const userQuery = defineModel("UserQuery", "Which users a survey asks.", {
  roles: z.array(userQueryRole).nullish().describe("The subscriptions whose users are asked."),
});

const facetFilter = defineModel("FacetFilter", "A condition on the fact sheets of a survey.", {
  facetKey: z.string().nullish().describe("What the condition looks at, for example FactSheetTypes."),
  operator: z.string().nullish().describe("How the keys are combined, for example OR."),
  keys: z.array(z.string()).nullish().describe("Values to match."),
});

const factSheetFilter = defineModel("FactSheetFilter", "The conditions on the fact sheets of a survey.", {
  facetFilter: z.array(facetFilter).nullish().describe("The conditions."),
});

const factSheetQuery = defineModel("FactSheetQuery", "Which fact sheets a survey is about.", {
  ids: z.array(z.string()).nullish().describe("Ids of the fact sheets."),
  filter: factSheetFilter.nullish().describe("Conditions that the fact sheets meet."),
});

/** A survey. */
export const poll = defineModel("Poll", "A survey; the wire calls it poll.", {
  id: id.describe("Id of the survey."),
  title: z.string().nullish().describe("Title of the survey."),
  status: z.string().nullish().describe("State of the survey."),
  language: z.string().nullish().describe("Language of the survey, for example en."),
  creatorId: id.nullish().describe("Id of the user who made the survey."),
  timeFrame: integer.nullish().describe("Time to answer, in milliseconds."),
  userQuery: userQuery.nullish().describe("Which users are asked."),
  workspaceId: id.nullish().describe("Id of the workspace."),
  creationDate: pollTime.nullish().describe("When the survey was made."),
  factSheetType: z.string().nullish().describe("Type of the fact sheets that the survey is about."),
  questionnaire: questionnaire.nullish().describe("The questions."),
  factSheetQuery: factSheetQuery.nullish().describe("Which fact sheets the survey is about."),
  repeatIntervall: integer
    .nullish()
    .describe("Interval at which the survey repeats, in milliseconds; spelled so on the wire."),
  introductionText: z.string().nullish().describe("Introduction of the survey's mail."),
  introductionSubject: z.string().nullish().describe("Subject of the survey's mail."),
  additionalFactSheetText: z.string().nullish().describe("Introduction of the mail about additional fact sheets."),
  additionalFactSheetSubject: z.string().nullish().describe("Subject of the mail about additional fact sheets."),
  allowedPermissionStatus: knownValues("ACTIVE_ONLY")
    .nullish()
    .describe("Permission status of the users who are asked."),
  dueDate: pollTime.nullish().describe("Deadline for answers."),
  sendChangeNotifications: z.boolean().nullish().describe("Whether changes are announced by mail."),
  additionalFactSheetCheckEnabled: z
    .boolean()
    .nullish()
    .describe("Whether fact sheets are added to a running survey (dynamic scope)."),
});

/** One run of a survey. */
export const pollRun = defineModel("PollRun", "One run of a survey.", {
  id: id.describe("Id of the run."),
  poll: poll.nullish().describe("The survey."),
  pollCopy: poll.nullish().describe("By its name, a copy of the survey; the vendor does not describe it."),
  status: z.string().nullish().describe("State of the run."),
  language: z.string().nullish().describe("Language of the run, for example en."),
  resultView: z.string().nullish().describe("How the results are shown."),
  pollRunType: z.string().nullish().describe("Kind of the run."),
  pollResultType: z.string().nullish().describe("Kind of the results."),
  senderId: id.nullish().describe("Id of the user who sent the survey."),
  startTime: pollTime.nullish().describe("When the run started."),
  endTime: pollTime.nullish().describe("By its name, when the run ends or ended; the vendor does not describe it."),
  factsheetsTotal: integer.nullish().describe("Number of fact sheets."),
  factsheetsProgress: integer.nullish().describe("Number of fact sheets in progress."),
  factsheetsSelected: integer.nullish().describe("Number of fact sheets that were selected."),
  factsheetsCompleted: integer.nullish().describe("Number of fact sheets that are answered."),
  recipientsTotal: integer.nullish().describe("Number of users who are asked."),
  recipientsProgress: integer.nullish().describe("Number of users in progress."),
  recipientsCompleted: integer.nullish().describe("Number of users who have answered."),
  sendChangeNotifications: z.boolean().nullish().describe("Whether changes are announced by mail."),
  additionalFactSheetCheckEnabled: z
    .boolean()
    .nullish()
    .describe("Whether fact sheets are added to a running survey (dynamic scope)."),
});

/** An answer of a survey response. */
export const pollAnswer = defineModel("PollAnswer", "An answer of a survey response.", {
  questionId: z.string().describe("Id of the question."),
  answer: z.unknown().optional().describe("The answer: an array of strings once given; null or absent before."),
});

/** A survey response. */
export const pollResult = defineModel("PollResult", "A survey response; the wire calls it poll result.", {
  id: id.describe("Id of the response."),
  pollRunId: id.nullish().describe("Id of the survey's run."),
  status: knownValues("NEW", "DONE").nullish().describe("State of the response."),
  users: z.array(user).nullish().describe("The users who are asked."),
  sender: user.nullish().describe("The user who sent the survey."),
  factSheet: factSheetSummary.nullish().describe("The fact sheet that the response is about."),
  answers: z.array(pollAnswer).nullish().describe("The answers."),
});

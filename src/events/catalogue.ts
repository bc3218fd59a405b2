import * as automations from "./automations.js";
import * as comments from "./comments.js";
import * as configurations from "./configurations.js";
import * as factSheets from "./fact-sheets.js";
import * as fields from "./fields.js";
import * as integrationRuns from "./integration-runs.js";
import * as relations from "./relations.js";
import * as resources from "./resources.js";
import * as subscriptions from "./subscriptions.js";
import * as surveyResponses from "./survey-responses.js";
import * as tags from "./tags.js";

/** Every event type with the schema of its payload, by category, in the vendor's order. */
export const catalogue = {
  "fact-sheets": {
    FACT_SHEET_CREATED: factSheets.factSheetCreatedPayloadSchema,
    FACT_SHEET_UPDATED: factSheets.factSheetUpdatedPayloadSchema,
    FACT_SHEET_ARCHIVED: factSheets.factSheetArchivedPayloadSchema,
    FACT_SHEET_DELETED: factSheets.factSheetDeletedPayloadSchema,
    FACT_SHEET_RECOVERED: factSheets.factSheetRecoveredPayloadSchema,
    FACT_SHEET_VIEWED: factSheets.factSheetViewedPayloadSchema,
  },
  relations: {
    RELATION_CREATED: relations.relationCreatedPayloadSchema,
    RELATION_UPDATED: relations.relationUpdatedPayloadSchema,
    RELATION_ARCHIVED: relations.relationArchivedPayloadSchema,
    RELATION_DELETED: relations.relationDeletedPayloadSchema,
    RELATION_SWITCH: relations.relationSwitchPayloadSchema,
  },
  tags: {
    FACT_SHEET_TAG_ADDED: tags.factSheetTagAddedPayloadSchema,
    FACT_SHEET_TAG_REMOVED: tags.factSheetTagRemovedPayloadSchema,
  },
  fields: {
    FACT_SHEET_FIELD_UPDATED: fields.factSheetFieldUpdatedPayloadSchema,
  },
  resources: {
    DOCUMENT_CREATED: resources.documentCreatedPayloadSchema,
    DOCUMENT_UPDATED: resources.documentUpdatedPayloadSchema,
    DOCUMENT_DELETED: resources.documentDeletedPayloadSchema,
  },
  subscriptions: {
    SUBSCRIPTION_CREATED: subscriptions.subscriptionCreatedPayloadSchema,
    SUBSCRIPTION_UPDATED: subscriptions.subscriptionUpdatedPayloadSchema,
    SUBSCRIPTION_DELETED: subscriptions.subscriptionDeletedPayloadSchema,
  },
  "integration-runs": {
    INTEGRATION_RUN_STARTED: integrationRuns.integrationRunStartedPayloadSchema,
    INTEGRATION_RUN_FINISHED: integrationRuns.integrationRunFinishedPayloadSchema,
    INTEGRATION_RUN_ABORTED: integrationRuns.integrationRunAbortedPayloadSchema,
  },
  configurations: {
    CONFIGURATION_CREATED: configurations.configurationCreatedPayloadSchema,
    CONFIGURATION_UPDATED: configurations.configurationUpdatedPayloadSchema,
    CONFIGURATION_DELETED: configurations.configurationDeletedPayloadSchema,
    CONFIGURATION_ACTIVATED: configurations.configurationActivatedPayloadSchema,
    CONFIGURATION_DEACTIVATED: configurations.configurationDeactivatedPayloadSchema,
  },
  "survey-responses": {
    POLL_RESULT_CREATED: surveyResponses.pollResultCreatedPayloadSchema,
    POLL_RESULT_UPDATED: surveyResponses.pollResultUpdatedPayloadSchema,
  },
  comments: {
    COMMENT_CREATED: comments.commentCreatedPayloadSchema,
    COMMENT_REPLY_ADDED: comments.commentReplyAddedPayloadSchema,
    COMMENT_DELETED: comments.commentDeletedPayloadSchema,
  },
  automations: {
    AUTOMATION_TRIGGERED: automations.automationTriggeredPayloadSchema,
  },
} as const;

/** One value of each event, read through the type that `event.type` narrows to: a misspelt member does not compile. */
import { isFieldOfType, type WebhookEvent } from "../../src/index.js";

type KnownEvent = Exclude<WebhookEvent, { type: "UNKNOWN" }>;

export function readValue(event: KnownEvent): string {
  const value = valueOf(event);
  return value === undefined || value === null ? "(not sent)" : String(value);
}

function valueOf(event: KnownEvent): string | number | null | undefined {
  switch (event.type) {
    case "FACT_SHEET_CREATED":
    case "FACT_SHEET_UPDATED":
      return event.payload.factSheet.displayName;
    case "FACT_SHEET_ARCHIVED":
      return event.payload.fsIdAndRev.id;
    case "FACT_SHEET_VIEWED":
      return event.payload.factSheetId;
    case "FACT_SHEET_DELETED":
    case "FACT_SHEET_RECOVERED":
      return event.payload.factSheet?.displayName ?? event.payload.fsIdAndRev?.id ?? event.payload.factSheetId;
    case "RELATION_CREATED":
      return event.payload.relation.type;
    case "RELATION_UPDATED":
    case "RELATION_DELETED":
      return event.payload.fromDetails.factSheetInfos.idAndRev.id;
    case "RELATION_ARCHIVED":
    case "RELATION_SWITCH":
      return event.payload.relation?.type;
    case "FACT_SHEET_TAG_ADDED":
    case "FACT_SHEET_TAG_REMOVED":
      return event.payload.tagName;
    case "FACT_SHEET_FIELD_UPDATED":
      return isFieldOfType(event.payload.newValue, "ExternalId")
        ? event.payload.newValue.externalId
        : event.payload.path;
    case "DOCUMENT_CREATED":
    case "DOCUMENT_UPDATED":
    case "DOCUMENT_DELETED":
      return event.payload.documentName;
    case "SUBSCRIPTION_CREATED":
    case "SUBSCRIPTION_UPDATED":
    case "SUBSCRIPTION_DELETED":
      return event.payload.subscriptionType;
    case "INTEGRATION_RUN_STARTED":
      return event.payload.type;
    case "INTEGRATION_RUN_FINISHED":
    case "INTEGRATION_RUN_ABORTED":
      return event.payload.duration;
    case "CONFIGURATION_CREATED":
    case "CONFIGURATION_UPDATED":
    case "CONFIGURATION_DELETED":
    case "CONFIGURATION_ACTIVATED":
    case "CONFIGURATION_DEACTIVATED":
      return event.payload.integrationType;
    case "POLL_RESULT_CREATED":
    case "POLL_RESULT_UPDATED":
      return event.payload.pollRun.poll.title;
    case "COMMENT_CREATED":
      return event.payload.message;
    case "COMMENT_REPLY_ADDED":
      return event.payload.replyId;
    case "COMMENT_DELETED":
      return event.payload.comment?.message;
    case "AUTOMATION_TRIGGERED":
      return event.payload.automation.id;
  }
}

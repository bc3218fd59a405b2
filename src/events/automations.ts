import { defineModel, definePayload } from "../models/define.js";
import { id, text } from "../models/scalars.js";

export * from "../generated/automations.js";

const automatedFactSheet = defineModel("AutomatedFactSheet", "The fact sheet that an automation ran on.", {
  id: id.describe("Id of the fact sheet."),
  type: text.optional().describe("Type of the fact sheet."),
  displayName: text.optional().describe("Name under which the fact sheet is shown."),
});

const automation = defineModel("Automation", "An automation.", {
  id: id.describe("Id of the automation."),
  sourceUrl: text.nullish().describe("Address of the automation in the workspace."),
});

/** Body of AUTOMATION_TRIGGERED. */
export const automationTriggeredPayloadSchema = definePayload({
  eventType: "AUTOMATION_TRIGGERED",
  evidence: "sample",
  description: "An automation with the action Send Webhook ran; the event has no type, id or time.",
  shape: {
    tag: text.describe("Tag that the automation gives to its webhook."),
    userId: id.nullish().describe("Id of the user who set the automation off; null or absent when nobody did."),
    workspaceId: id.describe("Id of the workspace."),
    factSheet: automatedFactSheet.describe("The fact sheet that the automation ran on."),
    automation: automation.describe("The automation."),
  },
});

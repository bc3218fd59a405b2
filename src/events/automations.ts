import * as z from "zod";
import { factSheetSummary } from "../zod/models/base.js";
import { defineModel, definePayload, published } from "../zod/models/define.js";
import { id } from "../zod/models/scalars.js";

const automation = defineModel("Automation", "An automation.", {
  id: id.describe("Id of the automation."),
  sourceUrl: z.string().nullish().describe("Address of the automation in the workspace."),
});

/** Body of AUTOMATION_TRIGGERED. */
export const automationTriggeredPayloadSchema = definePayload({
  eventType: "AUTOMATION_TRIGGERED",
  evidence: "sample",
  tags: published("automations", "AUTOMATION_TRIGGERED"),
  description: "An automation with the action Send Webhook ran; the event has no id and no time.",
  shape: {
    tag: z.string().describe("Tag that the automation gives to its webhook."),
    userId: id.nullish().describe("Id of the user who set the automation off."),
    workspaceId: id.describe("Id of the workspace."),
    factSheet: factSheetSummary.nullish().describe("The fact sheet that the automation ran on."),
    automation: automation.describe("The automation."),
  },
});

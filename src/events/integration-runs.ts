import * as z from "zod";
import { definePayload, defineValue, published } from "../zod/models/define.js";
import { id, integer, knownValues } from "../zod/models/scalars.js";

const duration = defineValue(
  "Duration",
  "A duration: a number of seconds (Integration API), or ISO 8601 such as PT0.123S (ServiceNow).",
  z.union([z.number(), z.string()]),
);

/** The body of a run: unlike other events, its `type` names the integration; `progress` identifies the event. */
function integrationRun<const Progress extends string>(progress: Progress) {
  return {
    type: z.string().describe("Name of the integration, for example SERVICENOW or INTEGRATION-API."),
    progress: z.literal(progress).describe("How far the run is; identifies the event among the three."),
    synchronizationId: id.describe("Id of the run."),
    scope: knownValues("PARTIAL", "FULL").nullish().describe("Whether the run covers everything or a part."),
    version: z.string().nullish().describe("Version of the integration; can be a question mark."),
    duration: duration.nullish().describe("How long the run took."),
    errorCount: integer.nullish().describe("Number of actions with errors."),
    warningCount: integer.nullish().describe("Number of actions with warnings."),
    processedCount: integer.nullish().describe("Number of messages that the run generated."),
    direction: knownValues("INBOUND").nullish().describe("Direction of the run."),
    connectorId: z.string().nullish().describe("Id of the connector."),
    connectorType: z.string().nullish().describe("Type of the connector."),
    integratedTool: z.string().nullish().describe("The connected tool, which can be empty."),
  };
}

/** Body of INTEGRATION_RUN_STARTED. */
export const integrationRunStartedPayloadSchema = definePayload({
  eventType: "INTEGRATION_RUN_STARTED",
  evidence: "sample",
  tags: published("integrations", "statistics"),
  description: "An integration run started.",
  shape: integrationRun("RUNNING"),
});

/** Body of INTEGRATION_RUN_FINISHED. */
export const integrationRunFinishedPayloadSchema = definePayload({
  eventType: "INTEGRATION_RUN_FINISHED",
  evidence: "sample",
  tags: published("integrations", "statistics"),
  description: "An integration run finished.",
  shape: integrationRun("FINISHED"),
});

/** Body of INTEGRATION_RUN_ABORTED. */
export const integrationRunAbortedPayloadSchema = definePayload({
  eventType: "INTEGRATION_RUN_ABORTED",
  evidence: "sample",
  tags: published("integrations", "statistics"),
  description: "An integration run was canceled.",
  shape: integrationRun("ABORTED"),
});

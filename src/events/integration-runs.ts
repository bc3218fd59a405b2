import * as z from "zod";
import { definePayload, defineValue } from "../models/define.js";
import { id, integer, knownValues, number, text } from "../models/scalars.js";

export * from "../generated/integration-runs.js";

const duration = defineValue(
  "Duration",
  "A duration: a number of seconds (Integration API), or ISO 8601 such as PT0.123S (ServiceNow); null when it is not known.",
  z.union([number, text]).nullable(),
);

/** The body of a run: alone among the events, its `type` names the integration, and `progress` tells the event. */
function integrationRun<const Progress extends string>(progress: Progress) {
  return {
    type: text.describe("Name of the integration, for example SERVICENOW or INTEGRATION-API."),
    progress: z.literal(progress).describe("How far the run is; tells this event from the other two."),
    synchronizationId: id.describe("Id of the run."),
    scope: knownValues("PARTIAL", "FULL").optional().describe("Whether the run covers everything or a part."),
    version: text.nullish().describe("Version of the integration; can be a question mark."),
    duration: duration.optional().describe("How long the run took."),
    errorCount: integer.optional().describe("Number of errors."),
    warningCount: integer.optional().describe("Number of warnings."),
    processedCount: integer.optional().describe("Number of items that were processed."),
    direction: knownValues("INBOUND", "OUTBOUND").nullish().describe("Direction of the run; Integration API only."),
    connectorId: text.nullish().describe("Id of the connector; Integration API only."),
    connectorType: text.nullish().describe("Type of the connector; Integration API only."),
    integratedTool: text.nullish().describe("The connected tool, which can be empty; Integration API only."),
  };
}

/** Body of INTEGRATION_RUN_STARTED. */
export const integrationRunStartedPayloadSchema = definePayload({
  eventType: "INTEGRATION_RUN_STARTED",
  evidence: "sample",
  description: "An integration run started.",
  shape: integrationRun("RUNNING"),
});

/** Body of INTEGRATION_RUN_FINISHED. */
export const integrationRunFinishedPayloadSchema = definePayload({
  eventType: "INTEGRATION_RUN_FINISHED",
  evidence: "sample",
  description: "An integration run finished.",
  shape: integrationRun("FINISHED"),
});

/** Body of INTEGRATION_RUN_ABORTED. */
export const integrationRunAbortedPayloadSchema = definePayload({
  eventType: "INTEGRATION_RUN_ABORTED",
  evidence: "sample",
  description: "An integration run was aborted.",
  shape: integrationRun("ABORTED"),
});

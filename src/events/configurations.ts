import * as z from "zod";
import { definePayload } from "../models/define.js";
import { inferredFrom } from "../models/inferred.js";
import { id, text } from "../models/scalars.js";

export * from "../generated/configurations.js";

/** Body of CONFIGURATION_CREATED. */
export const configurationCreatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_CREATED",
  evidence: "sample",
  description: "A configuration of an integration was created; the event has neither id nor time.",
  shape: {
    type: z.literal("CONFIGURATION_CREATED").describe("Name of the event; here it is the event type itself."),
    userId: id.nullable().describe("Id of the user who did it; null for system actors."),
    workspaceId: id.describe("Id of the workspace."),
    integrationType: text.nullish().describe("Type of the integration, for example Integration API."),
    connectorType: text.nullish().describe("Type of the connector."),
    connectorId: text.nullish().describe("Id of the connector."),
    connectorVersion: text.nullish().describe("Version of the connector."),
    processingDirection: text.nullish().describe("Direction of the processing, for example inbound."),
    processingMode: text.nullish().describe("Mode of the processing, for example partial."),
  },
});

/** Body of CONFIGURATION_UPDATED. */
export const configurationUpdatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_UPDATED",
  evidence: "inferred",
  description: "A configuration of an integration was updated.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_UPDATED"),
});

/** Body of CONFIGURATION_DELETED. */
export const configurationDeletedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_DELETED",
  evidence: "inferred",
  description: "A configuration of an integration was deleted.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_DELETED"),
});

/** Body of CONFIGURATION_ACTIVATED. */
export const configurationActivatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_ACTIVATED",
  evidence: "inferred",
  description: "A configuration of an integration was switched on.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_ACTIVATED"),
});

/** Body of CONFIGURATION_DEACTIVATED. */
export const configurationDeactivatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_DEACTIVATED",
  evidence: "inferred",
  description: "A configuration of an integration was switched off.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_DEACTIVATED"),
});

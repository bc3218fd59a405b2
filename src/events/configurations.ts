import * as z from "zod";
import { definePayload, published } from "../zod/models/define.js";
import { inferredFrom } from "../zod/models/inferred.js";
import { id } from "../zod/models/scalars.js";

/** Body of CONFIGURATION_CREATED. */
export const configurationCreatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_CREATED",
  evidence: "sample",
  tags: published("integrations", "CONFIGURATION_CREATED"),
  description: "A configuration of an integration was created; the event has no id and no time.",
  shape: {
    type: z.literal("CONFIGURATION_CREATED").describe("Name of the event; here it is the event type itself."),
    userId: id.nullish().describe("Id of the user who caused the event."),
    workspaceId: id.describe("Id of the workspace."),
    integrationType: z.string().nullish().describe("Type of the integration, for example Integration API."),
    connectorType: z.string().nullish().describe("Type of the connector."),
    connectorId: z.string().nullish().describe("Id of the connector."),
    connectorVersion: z.string().nullish().describe("Version of the connector."),
    processingDirection: z.string().nullish().describe("Direction of the processing, for example inbound."),
    processingMode: z.string().nullish().describe("Mode of the processing, for example partial."),
  },
});

/** Body of CONFIGURATION_UPDATED. */
export const configurationUpdatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_UPDATED",
  evidence: "inferred",
  tags: published("integrations", "CONFIGURATION_UPDATED"),
  description: "A configuration of an integration was updated.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_UPDATED"),
});

/** Body of CONFIGURATION_DELETED. */
export const configurationDeletedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_DELETED",
  evidence: "inferred",
  tags: published("integrations", "CONFIGURATION_DELETED"),
  description: "A configuration of an integration was deleted.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_DELETED"),
});

/** Body of CONFIGURATION_ACTIVATED. */
export const configurationActivatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_ACTIVATED",
  evidence: "inferred",
  tags: published("integrations", "CONFIGURATION_ACTIVATED"),
  description: "A configuration of an integration was switched on.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_ACTIVATED"),
});

/** Body of CONFIGURATION_DEACTIVATED. */
export const configurationDeactivatedPayloadSchema = definePayload({
  eventType: "CONFIGURATION_DEACTIVATED",
  evidence: "inferred",
  tags: published("integrations", "CONFIGURATION_DEACTIVATED"),
  description: "A configuration of an integration was switched off.",
  shape: inferredFrom(configurationCreatedPayloadSchema.shape, "CONFIGURATION_DEACTIVATED"),
});

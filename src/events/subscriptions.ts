import * as z from "zod";
import { eventBase, factSheetRef } from "../zod/models/base.js";
import { assumed, definePayload } from "../zod/models/define.js";
import { inferredFrom } from "../zod/models/inferred.js";
import { id, knownValues } from "../zod/models/scalars.js";

/** Body of SUBSCRIPTION_CREATED. */
export const subscriptionCreatedPayloadSchema = definePayload({
  eventType: "SUBSCRIPTION_CREATED",
  evidence: "sample",
  tags: assumed("pathfinder", "SUBSCRIPTION_CREATED"),
  description: "A user was subscribed to a fact sheet.",
  shape: {
    ...eventBase("SubscriptionCreatedEvent"),
    ...factSheetRef,
    subscriptionId: id.describe("Id of the subscription."),
    subscribedUserId: id.nullish().describe("Id of the subscribed user; userId is the user who caused the event."),
    subscriptionType: knownValues("RESPONSIBLE", "OBSERVER", "ACCOUNTABLE")
      .nullish()
      .describe("How the user is subscribed."),
    roleInfos: z.array(z.unknown()).nullish().describe("The user's roles; their form is not published."),
  },
});

/** Body of SUBSCRIPTION_UPDATED. */
export const subscriptionUpdatedPayloadSchema = definePayload({
  eventType: "SUBSCRIPTION_UPDATED",
  evidence: "inferred",
  tags: assumed("pathfinder", "SUBSCRIPTION_UPDATED"),
  description: "A user's subscription to a fact sheet was updated.",
  shape: inferredFrom(subscriptionCreatedPayloadSchema.shape, "SubscriptionUpdatedEvent"),
});

/** Body of SUBSCRIPTION_DELETED. */
export const subscriptionDeletedPayloadSchema = definePayload({
  eventType: "SUBSCRIPTION_DELETED",
  evidence: "inferred",
  tags: assumed("pathfinder", "SUBSCRIPTION_DELETED"),
  description: "A user's subscription to a fact sheet was deleted.",
  shape: inferredFrom(subscriptionCreatedPayloadSchema.shape, "SubscriptionDeletedEvent"),
});

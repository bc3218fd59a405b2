import * as z from "zod";
import { eventBase, factSheetRef } from "../models/base.js";
import { defineModel, definePayload } from "../models/define.js";
import { id, integer, text, timestamp } from "../models/scalars.js";

export * from "../generated/comments.js";

const commentId = id.describe("Id of the comment.");

/** Body of COMMENT_CREATED. */
export const commentCreatedPayloadSchema = definePayload({
  eventType: "COMMENT_CREATED",
  evidence: "sample",
  description: "A comment was written on a fact sheet.",
  shape: {
    ...eventBase("CommentCreatedEvent"),
    ...factSheetRef,
    commentId,
    message: text.describe("Text of the comment."),
  },
});

/** Body of COMMENT_REPLY_ADDED. */
export const commentReplyAddedPayloadSchema = definePayload({
  eventType: "COMMENT_REPLY_ADDED",
  evidence: "sample",
  description: "A comment was replied to; neither the fact sheet nor the text is sent.",
  shape: {
    ...eventBase("CommentReplyAddedEvent"),
    commentId,
    replyId: id.describe("Id of the reply."),
  },
});

const reply = defineModel("CommentReply", "A reply to a comment.", {
  id: id.optional().describe("Id of the reply."),
  userId: id.nullish().describe("Id of the user who replied."),
  message: text.nullish().describe("Text of the reply."),
  createdAt: timestamp.nullish().describe("When the reply was written, ISO 8601."),
});

const comment = defineModel("Comment", "A comment as it was before it was deleted.", {
  id: id.optional().describe("Id of the comment."),
  status: text.nullish().describe("State of the comment."),
  userId: id.nullish().describe("Id of the user who wrote the comment."),
  message: text.nullish().describe("Text of the comment."),
  replies: z.array(reply).nullish().describe("The replies."),
  createdAt: timestamp.nullish().describe("When the comment was written, ISO 8601."),
  replaySequence: integer.nullish().describe("Place of the comment in the replay of events."),
});

/** Body of COMMENT_DELETED. */
export const commentDeletedPayloadSchema = definePayload({
  eventType: "COMMENT_DELETED",
  evidence: "sample",
  description: "A comment on a fact sheet was deleted.",
  shape: {
    ...eventBase("CommentDeletedEvent"),
    ...factSheetRef,
    commentId,
    comment: comment.optional().describe("The comment that was deleted."),
  },
});

import * as z from "zod";
import { eventBase, factSheetRef } from "../zod/models/base.js";
import { assumed, defineModel, definePayload } from "../zod/models/define.js";
import { id, integer, timestamp } from "../zod/models/scalars.js";

const commentId = id.describe("Id of the comment.");

/** Body of COMMENT_CREATED. */
export const commentCreatedPayloadSchema = definePayload({
  eventType: "COMMENT_CREATED",
  evidence: "sample",
  tags: assumed("pathfinder", "COMMENT_CREATED"),
  description: "A comment was written on a fact sheet.",
  shape: {
    ...eventBase("CommentCreatedEvent"),
    ...factSheetRef,
    commentId,
    message: z.string().nullish().describe("Text of the comment."),
  },
});

/** Body of COMMENT_REPLY_ADDED. */
export const commentReplyAddedPayloadSchema = definePayload({
  eventType: "COMMENT_REPLY_ADDED",
  evidence: "sample",
  tags: assumed("pathfinder", "COMMENT_REPLY_ADDED"),
  description: "A comment was replied to; neither the fact sheet nor the text is sent.",
  shape: {
    ...eventBase("CommentReplyAddedEvent"),
    commentId,
    replyId: id.describe("Id of the reply."),
  },
});

const reply = defineModel("CommentReply", "A reply to a comment.", {
  id: id.nullish().describe("Id of the reply."),
  userId: id.nullish().describe("Id of the user who replied."),
  message: z.string().nullish().describe("Text of the reply."),
  createdAt: timestamp.nullish().describe("When the reply was written, ISO 8601."),
});

const comment = defineModel("DeletedComment", "A comment as it was before it was deleted.", {
  id: id.nullish().describe("Id of the comment."),
  status: z.string().nullish().describe("State of the comment."),
  userId: id.nullish().describe("Id of the user who wrote the comment."),
  message: z.string().nullish().describe("Text of the comment."),
  replies: z.array(reply).nullish().describe("The replies."),
  createdAt: timestamp.nullish().describe("When the comment was written, ISO 8601."),
  replaySequence: integer.nullish().describe("By its name, a sequence number; the vendor does not describe it."),
});

/** Body of COMMENT_DELETED. */
export const commentDeletedPayloadSchema = definePayload({
  eventType: "COMMENT_DELETED",
  evidence: "sample",
  tags: assumed("pathfinder", "COMMENT_DELETED"),
  description: "A comment on a fact sheet was deleted.",
  shape: {
    ...eventBase("CommentDeletedEvent"),
    ...factSheetRef,
    commentId,
    comment: comment.nullish().describe("The comment that was deleted."),
  },
});

/** The published zod schemas, as users take them. */
import { expect, test } from "vitest";
import * as z from "zod";
import { commentsPayloadSchema } from "../src/generated/comments.js";
import { factSheetCreatedPayloadSchema } from "../src/generated/fact-sheets.js";
import { integrationRunsPayloadSchema } from "../src/generated/integration-runs.js";
import { eventCatalogue, eventTypes, parseWebhookEvent, safeParseWebhookEvent } from "../src/index.js";
import { parsedWebhookEventSchema, payloadSchemas, webhookBodySchema } from "../src/zod.js";
import { type Body, exampleBody, examples } from "./examples.js";

test.each(eventTypes)("the schema of %s takes no other event", (eventType) => {
  const others = examples.filter((example) => example.eventType !== eventType);

  expect(others.filter(({ body }) => payloadSchemas[eventType].safeParse(body).success)).toEqual([]);
});

test("an id is asked for what it is, not for its length", () => {
  const body = { ...exampleBody("comment-created"), workspaceId: { length: { toString: 1 } } };

  expect(payloadSchemas.COMMENT_CREATED.safeParse(body).error!.issues[0]!.path).toEqual(["workspaceId"]);
});

test("a user's JSON Schema of a fact sheet holds every kind of field data", () => {
  const text = JSON.stringify(z.toJSONSchema(factSheetCreatedPayloadSchema));

  for (const type of ["Lifecycle", "ProjectStatusProgress", "ExternalId"]) expect(text).toContain(`"const":"${type}"`);
});

test("a schema can be extended", () => {
  const extended = factSheetCreatedPayloadSchema.extend({ tenant: z.string() });

  expect(extended.safeParse(exampleBody("fact-sheet-created")).error!.issues[0]!.path).toEqual(["tenant"]);
});

test("the schema of a category says first which event it is", () => {
  const reply = exampleBody("comment-reply-added");

  expect(commentsPayloadSchema.parse(reply)).toBe(reply);
  expect(commentsPayloadSchema.safeParse({ ...reply, replyId: 7 }).error!.issues).toMatchObject([
    { path: ["replyId"] },
  ]);
  expect(commentsPayloadSchema.safeParse(exampleBody("fact-sheet-viewed")).error!.issues).toMatchObject([
    { path: [], message: expect.stringContaining("expected COMMENT_CREATED or COMMENT_REPLY_ADDED or ") },
  ]);
  expect(commentsPayloadSchema.safeParse(null).success).toBe(false);
  expect(integrationRunsPayloadSchema.safeParse(exampleBody("integration-run-aborted")).success).toBe(true);
  expect(JSON.stringify(z.toJSONSchema(commentsPayloadSchema))).toContain("replyId");
});

test("the schema of the body gives the event, and lists every issue", () => {
  const body = exampleBody("fact-sheet-updated");

  expect(webhookBodySchema.parse(JSON.stringify(body))).toEqual(parseWebhookEvent(body));
  expect(webhookBodySchema.parse({})).toEqual(parseWebhookEvent({}));
  expect(webhookBodySchema.safeParse({ ...body, id: "x", createdAt: 7 }).error!.issues).toMatchObject([
    { path: ["id"] },
    { path: ["createdAt"] },
  ]);
  expect(webhookBodySchema.safeParse("{").error!.issues).toMatchObject([
    { path: [], message: "webhook event: body: expected JSON, received 1 characters of something else" },
  ]);
  expect(JSON.stringify(z.toJSONSchema(webhookBodySchema))).toContain("CommentReplyAddedEvent");
});

test("the schema of the body throws for no depth", () => {
  let completion: Body = {};
  for (let level = 0; level < 5000; level++) completion = { subCompletions: { a: completion } };
  const body = exampleBody("fact-sheet-updated");
  body.factSheet.completion = completion;

  expect(webhookBodySchema.safeParse(body).error!.issues[0]!.message).toContain("expected at most 500 levels");
});

test("the schema of a parsed event takes what was parsed, and neither a body nor a bad payload", () => {
  const payload = { type: "RelationGoneEvent" };
  const event = parseWebhookEvent({ tags: ["RELATION_DELETED"], payload });
  const viewed = parseWebhookEvent(exampleBody("fact-sheet-viewed"));

  for (const parsed of [event, viewed, parseWebhookEvent("{}")])
    expect(parsedWebhookEventSchema.safeParse(parsed).error).toBeUndefined();
  expect(event.type).toBe("RELATION_DELETED");
  expect(parsedWebhookEventSchema.safeParse({ ...viewed, payload: { ...payload } }).success).toBe(false);
  expect(parsedWebhookEventSchema.safeParse(viewed.payload).success).toBe(false);
});

test("what zod refuses of a known event, the parser refuses", () => {
  for (const { eventType, body } of examples) {
    const wrong = { ...(body as object), workspaceId: 7, tag: 7, synchronizationId: 7 };
    if (payloadSchemas[eventType].safeParse(wrong).success) continue;
    const { data } = safeParseWebhookEvent(wrong);
    expect(data?.type ?? "refused").toBe(eventCatalogue[eventType].evidence === "inferred" ? "UNKNOWN" : "refused");
  }
});

/** What an environment lacks is not blamed on the body or the sender. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseWebhookEvent, safeParseWebhookEvent } from "../src/index.js";
import { basicAuth, createReceiver } from "../src/receiver.js";
import { createDelivery, createPayload, deliverAll } from "../src/testing.js";

const payload = createPayload("COMMENT_CREATED");
const bytes = Buffer.from(JSON.stringify(payload));
const { lambda } = createReceiver({ authorization: { header: "secret" }, handle: () => {} });

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("without TextDecoder bytes are no bad encoding", () => {
  vi.stubGlobal("TextDecoder", undefined);

  expect(() => parseWebhookEvent(bytes)).toThrow("this environment has no TextDecoder");
  expect(() => safeParseWebhookEvent(bytes)).toThrow(TypeError);
});

test.each(["TextDecoder", "TextEncoder", "atob"])("without %s the receiver answers 500", async (name) => {
  vi.stubGlobal(name, undefined);
  const isBase64Encoded = name !== "TextEncoder";
  const body = bytes.toString(isBase64Encoded ? "base64" : "utf8");
  const event = { httpMethod: "POST", headers: { authorization: "secret" }, body, isBase64Encoded };

  expect((await lambda(event)).statusCode).toBe(500);
  expect(console.error).toHaveBeenLastCalledWith(
    expect.any(String),
    expect.objectContaining({ message: expect.stringContaining(`this environment has no ${name}`) }),
  );
});

test("without TextEncoder a secret cannot be made", () => {
  vi.stubGlobal("TextEncoder", undefined);
  expect(() => basicAuth("leanix", "secret")).toThrow("this environment has no TextEncoder");
});

test("without Request a delivery cannot be made, and none counts as failed", async () => {
  vi.stubGlobal("Request", undefined);
  const message = "this environment has no Request";

  expect(() => createDelivery(payload)).toThrow(message);
  await expect(deliverAll(() => new Response(), [payload])).rejects.toThrow(message);
});

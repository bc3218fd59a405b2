/** What an environment lacks is not blamed on the body or the sender. */
import { afterEach, expect, test, vi } from "vitest";
import { parseWebhookEvent, safeParseWebhookEvent } from "../src/index.js";
import { createReceiver } from "../src/receiver.js";
import { createDelivery, createPayload } from "../src/testing.js";

const payload = createPayload("COMMENT_CREATED");
const bytes = Buffer.from(JSON.stringify(payload));

afterEach(() => vi.unstubAllGlobals());

test("without TextDecoder bytes are no bad encoding, and the receiver answers 500", async () => {
  vi.stubGlobal("TextDecoder", undefined);
  const error = vi.spyOn(console, "error").mockReturnValue();
  const { lambda } = createReceiver({ authorization: { header: "secret" }, handle: () => {} });
  const event = { httpMethod: "POST", headers: { authorization: "secret" }, body: bytes.toString("base64") };

  const message = "this environment has no TextDecoder";
  expect(() => parseWebhookEvent(bytes)).toThrow(message);
  expect(() => safeParseWebhookEvent(bytes)).toThrow(TypeError);
  expect((await lambda({ ...event, isBase64Encoded: true })).statusCode).toBe(500);
  expect(error.mock.lastCall).toEqual([
    expect.any(String),
    expect.objectContaining({ message: expect.stringContaining(message) }),
  ]);
  error.mockRestore();
});

test("without Request a delivery cannot be made", () => {
  vi.stubGlobal("Request", undefined);
  expect(() => createDelivery(payload)).toThrow("this environment has no Request");
});

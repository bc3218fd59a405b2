/** @jest-environment node */
const { parseWebhookEvent } = require("leanix-webhook-events");
const { createReceiver } = require("leanix-webhook-events/receiver");
const { createPayload, deliverAll } = require("leanix-webhook-events/testing");

const payload = createPayload("COMMENT_CREATED");

test("bytes are parsed, also those of another realm", () => {
  expect(parseWebhookEvent(Buffer.from(JSON.stringify(payload))).type).toBe("COMMENT_CREATED");
});

test("the receiver handles what the test helpers deliver", async () => {
  const handle = jest.fn();
  const { fetch } = createReceiver({ authorization: { header: "secret" }, handle });
  const outcomes = await deliverAll(fetch, [payload], { authorization: "secret" });
  expect(outcomes).toEqual([{ payload, attempts: 1, status: 204 }]);
  expect(handle).toHaveBeenCalledTimes(1);
});

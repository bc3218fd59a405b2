/** @jest-environment jsdom */
const { parseWebhookEvent } = require("leanix-webhook-events");
const { createReceiver } = require("leanix-webhook-events/receiver");
const { createDelivery, createPayload, deliverAll } = require("leanix-webhook-events/testing");

const payload = createPayload("COMMENT_CREATED");
const text = JSON.stringify(payload);
const base64 = Buffer.from(text).toString("base64");
const handle = jest.fn();
const { lambda } = createReceiver({ authorization: { header: "secret" }, handle });

function deliver(changes, authorization = "secret") {
  return lambda({ httpMethod: "POST", headers: { authorization }, ...changes });
}

beforeEach(() => jest.spyOn(console, "error").mockReturnValue());

test("text and objects are parsed", () => {
  expect([text, payload].map((body) => parseWebhookEvent(body).type)).toEqual(["COMMENT_CREATED", "COMMENT_CREATED"]);
});

test("bytes are not, for want of a TextDecoder", () => {
  expect(() => parseWebhookEvent(Buffer.from(text))).toThrow(
    /^this environment has no TextDecoder; .*@jest-environment node$/,
  );
});

test.each([
  ["TextEncoder", { body: text }],
  ["TextDecoder", { body: base64, isBase64Encoded: true }],
])("the receiver answers 500, for want of a %s", async (name, changes) => {
  expect((await deliver(changes)).statusCode).toBe(500);
  expect(console.error.mock.lastCall[1].message).toContain(`this environment has no ${name}`);
  expect(handle).not.toHaveBeenCalled();
});

test("a wrong secret is a 401", async () => {
  expect((await deliver({ body: text }, "wrong")).statusCode).toBe(401);
});

test("no delivery can be made, for want of a Request", async () => {
  expect(() => createDelivery(payload)).toThrow("this environment has no Request");
  await expect(deliverAll(() => undefined, [payload])).rejects.toThrow("this environment has no Request");
});

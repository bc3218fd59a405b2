/** The recipes for queues and functions of a cloud: what they send, received by a stand-in of the service. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import type { PutItemInput } from "@aws-sdk/client-dynamodb";
import type { SendMessageRequest } from "@aws-sdk/client-sqs";
import type { ServiceBusMessage } from "@azure/service-bus";
import type { Context } from "aws-lambda";
import type { Producer } from "kafkajs";
import { deliveryKeyOf, parseWebhookEvent, positionOf } from "leanix-webhook-events";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { bodyOf } from "./deliveries.js";

interface Received {
  operation: string;
  body: SendMessageRequest & PutItemInput;
}

const serviceBus = vi.hoisted(() => ({ senders: 0, sent: [] as ServiceBusMessage[] }));
vi.mock("@azure/service-bus", () => ({
  ServiceBusClient: class {
    createSender() {
      serviceBus.senders += 1;
      return { sendMessages: async (message: ServiceBusMessage) => serviceBus.sent.push(message) };
    }
  },
}));

let server: Server;
let requests: Received[];
let answer: (received: Received) => { status?: number; body: object };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operation = String(request.headers["x-amz-target"]).split(".").at(-1)!;
    const body = JSON.parse(Buffer.concat(chunks).toString());
    requests.push({ operation, body });
    const { status = 200, body: answered } = answer({ operation, body });
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(answered));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "key",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_ENDPOINT_URL: endpoint,
    QUEUE_URL: `${endpoint}/1/leanix.fifo`,
    LEANIX_AUTHORIZATION: "a secret of the test",
  });
});
beforeEach(() => {
  requests = [];
  serviceBus.sent.length = 0;
});
afterAll(() => server.close());

describe("queues", () => {
  const examples = readdirSync("examples/payloads").map((file) => bodyOf(basename(file, ".json")));
  const wrapped = (payload: unknown, tags = ["pathfinder"]) => ({ id: crypto.randomUUID(), tags, payload });
  const bodies = [
    ...examples,
    ...examples.map((payload) => wrapped(payload)),
    ...examples.slice(0, 5).map((payload) => wrapped(JSON.stringify(payload))),
    wrapped({ ...bodyOf("document-deleted"), type: "OfUnknownNameEvent" }, ["DOCUMENT_DELETED"]),
    wrapped({}),
    {},
  ];

  const queues: Record<string, (body: unknown) => Promise<{ body: unknown; group: string; key: unknown }>> = {
    "SQS FIFO": async (body) => {
      const { handOver } = await import("./snippets/sqs-fifo.js");
      answer = ({ body: { MessageBody } }) => ({ body: { MessageId: "1", MD5OfMessageBody: md5(MessageBody!) } });
      await handOver(parseWebhookEvent(body));
      const { MessageBody, MessageGroupId, MessageDeduplicationId } = requests.at(-1)!.body;
      return { body: MessageBody, group: MessageGroupId!, key: MessageDeduplicationId };
    },
    "Service Bus": async (body) => {
      const { handOver } = await import("./snippets/service-bus.js");
      await handOver(parseWebhookEvent(body));
      const message = serviceBus.sent.at(-1)!;
      return { body: JSON.parse(JSON.stringify(message.body)), group: message.sessionId!, key: message.messageId };
    },
    Kafka: async (body) => {
      const { handOver } = await import("./snippets/kafka.js");
      const send = vi.fn();
      await handOver({ send } as unknown as Producer, parseWebhookEvent(body));
      const [{ key, value, headers }] = send.mock.calls[0]![0].messages;
      return { body: value, group: key, key: headers["delivery-key"] };
    },
  };

  test.each(Object.entries(queues))("%s: the consumer parses the same event, with the same key", async (_, send) => {
    for (const body of bodies) {
      const event = parseWebhookEvent(body);
      const sent = await send(body);
      expect(parseWebhookEvent(sent.body)).toEqual(event);
      expect(sent.group).toMatch(/^[\w-]{1,128}$/);
      const position = positionOf(event);
      if (position) expect(sent.group).toBe(position.key);
      const key = deliveryKeyOf(event);
      expect(deliveryKeyOf(parseWebhookEvent(sent.body))).toBe(key);
      if (key !== undefined) expect(sent.key).toBe(key);
    }
    expect(bodies.map((body) => parseWebhookEvent(body).type)).toContain("DOCUMENT_DELETED");
  });

  test("SQS FIFO: two events without a key are two messages, though they say the same", async () => {
    const send = queues["SQS FIFO"]!;
    const [one, other] = [await send(bodyOf("automation-triggered")), await send(bodyOf("automation-triggered"))];
    expect(one.key).not.toBe(other.key);
  });

  test("Service Bus: all events go through one sender", () => expect(serviceBus.senders).toBe(1));
});

describe("DynamoDB", () => {
  const refusal = (more: object) => ({
    status: 400,
    body: { __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", message: "no", ...more },
  });

  test("the number that is kept comes back, with a refusal or without one", async () => {
    const { raise } = await import("./snippets/dynamodb.js");
    answer = () => ({ body: {} });
    expect(await raise("k", 5)).toBe(5);
    answer = () => refusal({ Item: { key: { S: "k" }, sequence: { N: "7" } } });
    expect(await raise("k", 5)).toBe(7);
  });

  test("a refusal without the number is an error, and not an event that is not outdated", async () => {
    const { raise } = await import("./snippets/dynamodb.js");
    answer = () => refusal({});
    await expect(raise("k", 5)).rejects.toThrow("no");
  });
});

describe("Powertools", () => {
  const left = 3_000;
  const context = { getRemainingTimeInMillis: () => left } as Context;
  const deliver = async (body: unknown) => {
    const { handler } = await import("./snippets/powertools-idempotency.js");
    const headers = { authorization: "a secret of the test" };
    const requestContext = { http: { method: "POST" } };
    const event = { version: "2.0", headers, requestContext, body: JSON.stringify(body), isBase64Encoded: false };
    return handler(event as never, context);
  };

  test("an event is in progress for as long as the function may run, and then is remembered", async () => {
    answer = () => ({ body: {} });
    const begun = Date.now();
    expect(await deliver(bodyOf("fact-sheet-tag-added"))).toMatchObject({ statusCode: 204 });
    expect(requests.map(({ operation }) => operation)).toEqual(["PutItem", "UpdateItem"]);
    const { status, expiration, in_progress_expiration: until } = requests[0]!.body.Item!;
    expect(status).toEqual({ S: "INPROGRESS" });
    expect(Number(until!.N)).toBeGreaterThanOrEqual(begun + left);
    expect(Number(until!.N)).toBeLessThanOrEqual(Date.now() + left);
    expect(Number(expiration!.N)).toBeGreaterThan(begun / 1000 + 10 * 24 * 60 * 60);
  });

  test("an event without a key is handled, and not remembered", async () => {
    expect(await deliver(bodyOf("automation-triggered"))).toMatchObject({ statusCode: 204 });
    expect(requests).toEqual([]);
  });
});

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

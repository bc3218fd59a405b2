/** The snippets that give a framework's validator a schema of this package, and the one that puts events on a bus. */
import { readFileSync } from "node:fs";
import { parse } from "@aws-lambda-powertools/parser";
import { ApiGatewayV2Envelope } from "@aws-lambda-powertools/parser/envelopes/api-gatewayv2";
import { EventBridgeClient, type PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { Logger } from "@nestjs/common";
import { generateSpecs } from "hono-openapi";
import { webhookBodySchema as standardSchema } from "leanix-webhook-events";
import { payloadSchemas, webhookBodySchema } from "leanix-webhook-events/zod";
import { createZodDto } from "nestjs-zod";
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";

const authorization = `Basic ${Buffer.from("leanix:secret").toString("base64")}`;
const example = (name: string) => JSON.parse(readFileSync(`examples/payloads/${name}.json`, "utf8"));
const snippet = (name: string) => import(`./snippets/${name}.ts`);

/** Sends a body, and gives the status of the answer. */
type Send = (body: string, authorization?: string) => Promise<number>;

const apps: Record<string, () => Promise<Send>> = {
  h3: () => fetching("h3-validator"),
  Hono: () => fetching("hono-validator"),
  "hono-openapi": () => fetching("hono-openapi"),
  "fastify-type-provider-zod": () => injecting("fastify-zod"),
  "Fastify, JSON Schema": () => injecting("fastify-json-schema"),
  async "nestjs-zod"() {
    const { create } = await snippet("nestjs-zod");
    const app = await create();
    await app.listen(0, "127.0.0.1");
    onTestFinished(() => app.close());
    const url = `${await app.getUrl()}/leanix`;
    return async (body, sent = authorization) => {
      const headers = { "content-type": "application/json", authorization: sent };
      return (await fetch(url, { method: "POST", headers, body })).status;
    };
  },
  async Middy() {
    const { handler } = await snippet("middy");
    const headers = { "content-type": "application/json" };
    return async (body) => (await handler({ ...httpEvent(body), headers }, {})).statusCode;
  },
  async Powertools() {
    const { handler } = await snippet("powertools-parser");
    return async (body) => (await handler({ body, isBase64Encoded: false })).statusCode;
  },
  async "Powertools, base64"() {
    const { handler } = await snippet("powertools-parser");
    const base64 = (body: string) => Buffer.from(body).toString("base64");
    return async (body) => (await handler({ body: base64(body), isBase64Encoded: true })).statusCode;
  },
};

async function injecting(name: string): Promise<Send> {
  const { app } = await snippet(name);
  return async (payload, sent = authorization) => {
    const headers = { "content-type": "application/json", authorization: sent };
    return (await app.inject({ method: "POST", url: "/leanix", payload, headers })).statusCode;
  };
}

async function fetching(name: string): Promise<Send> {
  const { app } = await snippet(name);
  return async (body, sent = authorization) => {
    const headers = { "content-type": "application/json", authorization: sent };
    return (await app.fetch(new Request("http://localhost/leanix", { method: "POST", headers, body }))).status;
  };
}

const good = JSON.stringify(example("fact-sheet-viewed"));
const bodies: [name: string, body: string, status: number][] = [
  ["a bare event", good, 204],
  ["a wrapped event", `{"payload":${good}}`, 204],
  ["an empty event", "{}", 204],
  ["an unknown event", '{"type":"FactSheetRenamedEvent"}', 204],
  ["a malformed event", '{"type":"FactSheetViewedEvent"}', 202],
  ["no JSON", '{"type":', 202],
  ["an empty body", "", 202],
];

beforeAll(() => {
  Logger.overrideLogger(false);
  vi.stubEnv("LEANIX_AUTHORIZATION", authorization);
  vi.stubEnv("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", "true");
});
beforeEach(() => {
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

describe.each(Object.entries(apps))("%s", (name, start) => {
  test.each(bodies)("%s", async (_, body, status) => {
    const send = await start();
    // Nest's parser makes an empty body an empty object.
    expect(await send(body)).toBe(name === "nestjs-zod" && body === "" ? 204 : status);
  });

  test.skipIf(/^(?:Middy|Powertools)/.test(name))("a wrong secret", async () => {
    const send = await start();
    expect(await send(good, "Basic wrong")).toBe(401);
  });
});

test.each(["Fastify, JSON Schema", "Middy"])("%s leaves field values as they came", async (name) => {
  const send = await apps[name]!();
  const body = { ...example("fact-sheet-field-updated"), oldValue: 0, newValue: [1] };
  expect(await send(JSON.stringify(body))).toBe(204);
  expect(vi.mocked(console.log).mock.lastCall).toEqual([body]);
});

test("nestjs-zod makes a class of one event, and none of all of them", () => {
  class FactSheetViewed extends createZodDto(payloadSchemas.FACT_SHEET_VIEWED) {}
  // @ts-expect-error: TS2509, a class extends no union. If it does one day, the page can say so.
  class WebhookBody extends createZodDto(webhookBodySchema) {}
  expect([FactSheetViewed, WebhookBody].map(({ schema }) => schema.safeParse({}).success)).toEqual([false, true]);
});

test("hono-openapi describes the body", async () => {
  const { app } = await snippet("hono-openapi");
  const { paths } = await generateSpecs(app);
  const { requestBody, responses } = paths["/leanix"]!.post!;
  expect(JSON.stringify(requestBody)).toContain("FactSheetCreatedEvent");
  expect(Object.keys(responses ?? {})).toEqual(["202", "204", "400"]);
});

test("an envelope of Powertools takes the zod schema, and not the Standard Schema", () => {
  expect(parse(httpEvent(good), ApiGatewayV2Envelope, webhookBodySchema).type).toBe("FACT_SHEET_VIEWED");
  expect(() => parse(httpEvent(good), ApiGatewayV2Envelope, standardSchema, true)).toThrow("Zod");
});

describe("EventBridge", () => {
  /** Delivers to the snippet, with a bus that answers so. */
  async function deliver(body: string, result: object) {
    const send = vi.spyOn(EventBridgeClient.prototype, "send").mockResolvedValue({ Entries: [result] } as never);
    const { handler } = await snippet("eventbridge");
    const { statusCode } = await handler({ ...httpEvent(body), headers: { authorization } }, {});
    const [{ input }] = send.mock.calls[0] as unknown as [PutEventsCommand];
    return { statusCode, ...input.Entries![0] };
  }

  test("an event goes to the bus", async () => {
    const { statusCode, DetailType, Detail } = await deliver(good, { EventId: "1" });
    expect([statusCode, DetailType, JSON.parse(Detail!)]).toEqual([204, "FACT_SHEET_VIEWED", JSON.parse(good)]);
  });

  test("a large one goes as ids", async () => {
    const large = JSON.stringify({ ...example("fact-sheet-viewed"), factSheetId: "f", padding: "x".repeat(300_000) });
    expect((await deliver(large, { EventId: "1" })).Detail).toBe('{"factSheets":["f"]}');
  });

  test("an entry that failed is a 500", async () => {
    const recent = JSON.stringify({ ...example("fact-sheet-viewed"), createdAt: new Date().toISOString() });
    expect((await deliver(recent, { ErrorCode: "ThrottlingException" })).statusCode).toBe(500);
  });
});

function httpEvent(body: string) {
  const http = { method: "POST", path: "/leanix", protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "Webhooks" };
  const api = { accountId: "1", apiId: "a", domainName: "d", domainPrefix: "d", stage: "$default", requestId: "1" };
  const requestContext = { ...api, http, routeKey: "$default", time: "now", timeEpoch: 1 };
  const request = { version: "2.0", routeKey: "$default", rawPath: "/leanix", rawQueryString: "", headers: {} };
  return { ...request, requestContext, body, isBase64Encoded: false };
}

/** The receiver in each framework, as its users would mount it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Controller, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import express from "express";
import Fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { azureServer } from "./azure.js";
import { lambdaServers } from "./lambda.js";
import { startNext } from "./next.js";
import { receiver } from "./receiver.js";

export interface Mount {
  url: string;
  close: () => unknown;
}

const host = "127.0.0.1";

type Server = Pick<ReturnType<typeof createServer>, "listen" | "once" | "address" | "close" | "closeAllConnections">;

export async function listening(server: Server): Promise<Mount> {
  if (server.address() === null)
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/leanix`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function expressBare() {
  const app = express();
  app.all("/leanix", receiver.node);
  return listening(createServer(app));
}

function expressParsed() {
  const app = express();
  app.use(express.json({ limit: "25mb" }));
  app.all("/leanix", receiver.node);
  return listening(createServer(app));
}

async function fastifyBare() {
  const app = Fastify({ logger: false });
  app.register(async (leanix) => {
    // Leaves the body to the receiver, whatever its type.
    leanix.removeAllContentTypeParsers();
    leanix.addContentTypeParser("*", (_request, _payload, done) => done(null));
    leanix.all("/leanix", (request, reply) => {
      reply.hijack();
      return receiver.node(request.raw, reply.raw);
    });
  });
  await app.listen({ port: 0, host });
  return { ...(await listening(app.server)), close: () => app.close() };
}

async function fastifyParsed() {
  const app = Fastify({ logger: false, bodyLimit: 25_000_000 });
  app.all("/leanix", (request, reply) => {
    reply.hijack();
    return receiver.node(Object.assign(request.raw, { body: request.body }), reply.raw);
  });
  await app.listen({ port: 0, host });
  return { ...(await listening(app.server)), close: () => app.close() };
}

async function hono() {
  const app = new Hono();
  app.all("/leanix", (context) => receiver.fetch(context.req.raw, context.env));
  const server = serve({ fetch: app.fetch, port: 0, hostname: host });
  await new Promise((resolve) => server.once("listening", resolve));
  return listening(server as Server);
}

function koa() {
  const app = new Koa();
  app.use((context) => {
    context.respond = false;
    return receiver.node(context.req, context.res);
  });
  return listening(createServer(app.callback()));
}

async function nest(bodyParser: boolean) {
  class Leanix {
    receive(request: express.Request, response: express.Response) {
      return receiver.node(request, response);
    }
  }
  Controller("leanix")(Leanix);
  Post()(Leanix.prototype, "receive", Object.getOwnPropertyDescriptor(Leanix.prototype, "receive")!);
  Req()(Leanix.prototype, "receive", 0);
  Res()(Leanix.prototype, "receive", 1);
  class App {}
  Module({ controllers: [Leanix] })(App);
  const app = await NestFactory.create<NestExpressApplication>(App, { bodyParser, logger: false });
  if (bodyParser) app.useBodyParser("json", { limit: "25mb" });
  await app.listen(0, host);
  return { ...(await listening(app.getHttpServer() as Server)), close: () => app.close() };
}

/** What a framework decides before the receiver is asked. */
export interface Expectation {
  start: () => Promise<Mount>;
  /** Statuses that are the framework's own. */
  differs?: Record<string, number>;
  /** Whether the handler runs in another process. */
  elsewhere?: boolean;
}

export const mounts: Record<string, Expectation> = {
  "node:http": { start: () => listening(createServer(receiver.node)) },
  "Express 5": { start: expressBare },
  // Why the receiver is mounted before a parser: a body that is not JSON is its 400, which LeanIX repeats.
  "Express 5 after express.json()": { start: expressParsed, differs: { "no JSON": 400 } },
  "Fastify 5": { start: fastifyBare },
  "Fastify 5 after its parser": { start: fastifyParsed, differs: { "no JSON": 400, "an empty body": 400 } },
  Hono: { start: hono },
  Koa: { start: koa },
  // A controller's @Post is asked for no other method.
  NestJS: { start: () => nest(false), differs: { GET: 404 } },
  "NestJS after its parser": { start: () => nest(true), differs: { GET: 404, "no JSON": 400 } },
  Next: { start: startNext, elsewhere: true },
  ...Object.fromEntries(
    Object.entries(lambdaServers).map(([name, server]) => [name, { start: () => listening(server()) }]),
  ),
  "Azure Functions v4": { start: () => listening(azureServer()) },
};

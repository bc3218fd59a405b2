import type { AzureResponse } from "./answer.js";
import { deliverer } from "./deliver.js";
import { type FetchRequest, type FetchResponse, fromFetch, toFetch } from "./fetch.js";
import { fromLambda, type LambdaEvent, type LambdaResponse, toLambda } from "./lambda.js";
import { fromNode, type NodeRequest, type NodeResponse, toNode } from "./node.js";
import type { ReceiverOptions } from "./options.js";

/**
 * One receiver with a handler for each kind of runtime. They can be destructured, and never throw or reject. The context, the
 * second argument that the runtime passes, is optional unless `handle` asks for it.
 */
export interface Receiver<Context = unknown> {
  /** For runtimes with `Request` and `Response`: Next, Hono, Bun, Deno, Workers. */
  fetch: (
    request: FetchRequest,
    ...context: unknown extends Context ? [context?: unknown] : [context: Context]
  ) => Promise<FetchResponse>;
  /** For node:http, Express, Koa, Fastify and Nest. A body that a parser reads is taken from `request.rawBody` or `request.body` once it is whole. */
  node: (request: NodeRequest, response: NodeResponse & Context) => Promise<void>;
  /** For AWS Lambda behind API Gateway (REST and HTTP), a function URL, or a load balancer. */
  lambda: (
    event: LambdaEvent,
    ...context: unknown extends Context ? [context?: unknown] : [context: Context]
  ) => Promise<LambdaResponse>;
  /** For Azure Functions, programming model v4. */
  azure: (
    request: FetchRequest,
    ...context: unknown extends Context ? [context?: unknown] : [context: Context]
  ) => Promise<AzureResponse>;
}

/**
 * Makes a receiver of webhook deliveries.
 *
 * | status | when |
 * |---|---|
 * | 204 | handled; events that are `UNKNOWN` too |
 * | 202 | the body is not a valid event, or its event was given up; the text says why, and LeanIX keeps it in its delivery log |
 * | 401, 405, 413 | the `Authorization` header is not valid, the method is not POST, the body has more than `maxBytes` |
 * | 500 | `handle`, `onInvalid` or `onError` threw, or the body did not arrive whole |
 *
 * LeanIX sends again what is not answered 2xx, unless the webhook is set to *Ignore errors*: then each such event is lost.
 *
 * @throws TypeError for an option that is not valid, such as a secret that is not set.
 * @example
 * ```ts
 * import { createServer } from "node:http";
 * import { factSheetsOf, handleWebhookEvent } from "leanix-webhook-events";
 * import { basicAuth, createReceiver } from "leanix-webhook-events/receiver";
 *
 * const { node } = createReceiver({
 *   authorization: { header: basicAuth("leanix", "the password in the webhook's configuration") },
 *   handle: (event) =>
 *     handleWebhookEvent(
 *       event,
 *       { FACT_SHEET_UPDATED: ({ payload }) => console.log(payload.factSheet.displayName) },
 *       (other) => console.log(other.type, factSheetsOf(other)),
 *     ),
 * });
 * createServer(node).listen(3000);
 * ```
 */
export function createReceiver<Context = unknown>(options: ReceiverOptions<Context>): Receiver<Context> {
  const deliver = deliverer(options);
  return {
    fetch: async (request, context?) => toFetch(await deliver(fromFetch, request, context as Context)),
    node: async (request, response) => toNode(request, response, await deliver(fromNode, request, response)),
    lambda: async (event, context?) => toLambda(event, await deliver(fromLambda, event, context as Context)),
    azure: async (request, context?) => deliver(fromFetch, request, context as Context),
  };
}

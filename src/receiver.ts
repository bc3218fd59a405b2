/**
 * From a request to an event: checks the `Authorization` header, reads the body up to a limit, parses it, calls a
 * handler, and answers so that LeanIX neither loses an event nor switches the webhook off. Loads no zod.
 *
 * @packageDocumentation
 */
export type { AzureResponse } from "./receiver/answer.js";
export type { Authorization } from "./receiver/authorization.js";
export { basicAuth } from "./receiver/authorization.js";
export { createReceiver, type Receiver } from "./receiver/create-receiver.js";
export type { FetchHeaders, FetchRequest, FetchResponse } from "./receiver/fetch.js";
export type { LambdaEvent, LambdaResponse } from "./receiver/lambda.js";
export type { NodeRequest, NodeResponse } from "./receiver/node.js";
export type { FailedDelivery, ReceiverOptions } from "./receiver/options.js";
export type { RefusalReason, RefusedDelivery } from "./receiver/refusal.js";

/**
 * Fetches the events of a PULL webhook. Loads no zod.
 *
 * @packageDocumentation
 */

export { type ApiTokenOptions, apiToken } from "./pull/api-token.js";
export type { PulledEvent } from "./pull/batch.js";
export { PullError } from "./pull/error.js";
export { type PullBatch, type PullOptions, pull } from "./pull/pull.js";
export type { AccessToken, Fetch } from "./pull/request.js";

/**
 * Fetches the events of a PULL webhook. Loads no zod.
 *
 * @packageDocumentation
 */

export { type AccessTokensOptions, accessTokens } from "./api/access-tokens.js";
export { LeanixApiError } from "./api/error.js";
export type { Fetch } from "./api/request.js";
export type { TokenProvider } from "./api/token.js";
export { type PullBatch, type PullOptions, pull } from "./pull/pull.js";
export type { PulledEvent } from "./pull/window.js";

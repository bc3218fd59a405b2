/**
 * Reads LeanIX's log of a PUSH webhook's deliveries, and makes lost ones again. Loads no zod.
 *
 * @packageDocumentation
 */

export { type AccessTokensOptions, accessTokens } from "./api/access-tokens.js";
export { LeanixApiError } from "./api/error.js";
export type { Fetch } from "./api/request.js";
export type { TokenProvider } from "./api/token.js";
export type { DeliveryLogOptions, DeliverySelection } from "./log/options.js";
export { type LoggedDelivery, readDeliveryLog } from "./log/read-delivery-log.js";
export { type RedeliverOptions, type Redelivery, type RedeliveryTarget, redeliver } from "./log/redeliver.js";

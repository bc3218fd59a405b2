import { fieldsOf } from "../json/fields.js";
import { addressOf } from "./address.js";
import { type ApiRequest, type Fetch, requestJson } from "./request.js";
import { checkedToken, isUsable, type TokenProvider } from "./token.js";

/** Options of {@link accessTokens}. */
export interface AccessTokensOptions {
  /** Address of the workspace's host, for example `https://example.leanix.net`. */
  url: string | URL;
  /** API token of a technical user. */
  apiToken: string;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** An access token is renewed this long before it expires, because a request takes time. */
const MARGIN_MS = 60_000;

/**
 * Exchanges an API token for access tokens: keeps one until a minute before it expires, or for half of its life if that
 * is shorter, and fetches another if LeanIX rejects it.
 *
 * @returns A function that returns the access token. It throws a {@link LeanixApiError} if LeanIX refuses the API token.
 * @throws TypeError for an address that is neither `https:` nor on this machine, and for an API token that is not set.
 * @example
 * ```ts
 * import { accessTokens, pull } from "leanix-webhook-events/pull";
 *
 * const url = "https://example.leanix.net";
 * const token = accessTokens({ url, apiToken: process.env.LEANIX_API_TOKEN ?? "" });
 * export const batches = pull({ url, subscriptionId: "…", token });
 * ```
 */
export function accessTokens({ url, apiToken, fetch = globalThis.fetch }: AccessTokensOptions): TokenProvider {
  const asked: ApiRequest = {
    fetch,
    method: "POST",
    url: addressOf(url, "/services/mtm/v1/oauth2/token"),
    headers: {
      authorization: `Basic ${btoa(`apitoken:${checkedToken(apiToken, "apiToken")}`)}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
    secret: apiToken,
  };
  let kept: { token: string; renewAt: number } | undefined;
  let pending: Promise<string> | undefined;
  return (rejected) => {
    if (kept && kept.token !== rejected && Date.now() < kept.renewAt) return kept.token;
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  async function renew(): Promise<string> {
    const { answer, fail } = await requestJson(asked);
    const { access_token, expires_in } = fieldsOf(answer);
    if (!isUsable(access_token)) throw fail("the answer has no access_token");
    kept = { token: access_token, renewAt: Date.now() + keptFor(expires_in) };
    return access_token;
  }
}

/** Milliseconds. The lifetime is in seconds, also as text; without one, a token is kept until it is rejected. */
function keptFor(expiresIn: unknown): number {
  const lifetime = Number(expiresIn ?? Number.NaN) * 1000;
  return lifetime > 0 ? Math.max(lifetime - MARGIN_MS, lifetime / 2) : Number.POSITIVE_INFINITY;
}

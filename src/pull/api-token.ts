import { fieldsOf } from "../json/fields.js";
import { PullError } from "./error.js";
import { type AccessToken, type Fetch, requestJson } from "./request.js";

/** Options of {@link apiToken}. */
export interface ApiTokenOptions {
  /** Address of the workspace's host, for example `https://example.leanix.net`. */
  url: string | URL;
  /** API token of a technical user. */
  token: string;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch;
}

/** An access token is renewed this long before it expires, because a request takes time. */
const MARGIN_MS = 60_000;

/**
 * Fetches an access token for an API token, keeps it until a minute before it expires, and fetches another if it is rejected.
 *
 * @returns A function that returns the access token. It throws a {@link PullError} if LeanIX refuses the API token.
 * @example
 * ```ts
 * import { apiToken, pull } from "leanix-webhook-events/pull";
 *
 * const url = "https://example.leanix.net";
 * const token = apiToken({ url, token: process.env.LEANIX_API_TOKEN ?? "" });
 * export const batches = pull({ url, subscriptionId: "…", token });
 * ```
 */
export function apiToken({ url, token, fetch = globalThis.fetch }: ApiTokenOptions): AccessToken {
  const address = new URL("/services/mtm/v1/oauth2/token", url).href;
  const headers = {
    authorization: `Basic ${btoa(`apitoken:${token}`)}`,
    "content-type": "application/x-www-form-urlencoded",
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
    const init = { method: "POST", headers, body: "grant_type=client_credentials" };
    const { access_token, expires_in } = fieldsOf(await requestJson(fetch, address, init));
    if (typeof access_token !== "string") throw new PullError("the token's answer has no access_token", 200);
    const lifetime = typeof expires_in === "number" ? expires_in * 1000 : 0;
    kept = { token: access_token, renewAt: Date.now() + lifetime - MARGIN_MS };
    return access_token;
  }
}

import type { Fetch } from "../api/request.js";
import type { TokenProvider } from "../api/token.js";

/** Which deliveries are read: each, one for each event, or one for each event that was lost. */
export type DeliverySelection = "all" | "events" | "lost";

/** Options of {@link readDeliveryLog}. */
export interface DeliveryLogOptions {
  /** Address of the workspace's host, for example `https://example.leanix.net`. */
  url: string | URL;
  /** Id of the webhook, which the API calls a subscription. Its delivery type is PUSH. */
  subscriptionId: string;
  /** An access token, or a function that returns one: see {@link accessTokens}. */
  token: string | TokenProvider;
  /** Ends the generator quietly, also while it waits for LeanIX. */
  signal?: AbortSignal | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** ISO 8601 time of the oldest delivery to read; by default all that LeanIX keeps, which is 30 days. */
  since?: string | Date | undefined;
  /**
   * Which deliveries; `"lost"` by default.
   *
   * - `"lost"`: one for each event that no delivery of was handled: each failed, or was acknowledged and refused.
   *   An event that LeanIX is still repeating is among them.
   * - `"events"`: one for each event.
   * - `"all"`: every row of the log.
   */
  only?: DeliverySelection | undefined;
}

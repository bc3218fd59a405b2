import { type PulledEvent, readAnswer } from "./answer.js";
import { type AccessToken, type Fetch, requestJson } from "./request.js";

/** How events are pulled. */
export interface PullOptions {
  /** Address of the workspace's host, for example `https://example.leanix.net`. */
  url: string | URL;
  /** Id of the webhook, which the API calls a subscription. Its delivery type is PULL. */
  subscriptionId: string;
  /** An access token, or a function that returns one: see {@link apiToken}. */
  token: string | AccessToken;
  /** Seconds that LeanIX waits for an event before it answers; 10 by default. */
  timeout?: number;
  /** Ends the generator, also while it waits for an event. A commit under way is not cut short. */
  signal?: AbortSignal;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch;
}

/** Events that were pulled together. */
export interface PullBatch {
  /** The events, oldest first; at least one. */
  events: PulledEvent[];
  /** Tells LeanIX that the batch was handled. Before it, the same batch comes again; after it, it never does. */
  commit(): Promise<void>;
}

/** The least time between two requests if the first was answered without an event, in milliseconds. */
const PAUSE_MS = 1000;

const NOT_COMMITTED = "pull: the batch was not committed: await its commit() when it is handled";

/**
 * Pulls the events of a webhook, batch by batch, and waits for new ones without end.
 *
 * LeanIX rejects concurrent requests: run one for a webhook.
 *
 * @throws {@link PullError} if LeanIX answers with another status than 2xx; whatever `fetch` throws if there is no answer;
 *   an Error if a batch is asked for before the one before it was committed.
 */
export async function* pull(options: PullOptions): AsyncGenerator<PullBatch, void, undefined> {
  const { url, subscriptionId, timeout = 10, signal, fetch = globalThis.fetch } = options;
  const token = typeof options.token === "function" ? options.token : constant(options.token);
  const subscription = new URL(`/services/webhooks/v1/subscriptions/${encodeURIComponent(subscriptionId)}/`, url);
  const events = new URL(`events?autoCommit=false&timeout=${timeout}`, subscription).href;
  const cursor = new URL("cursor", subscription).href;

  while (!signal?.aborted) {
    const asked = Date.now();
    const request = { method: "GET", ...(signal && { signal }) };
    const answer = await requestJson(fetch, events, request, token).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    });
    const batch = readAnswer(answer);
    if (!batch) {
      await pause(asked + PAUSE_MS - Date.now(), signal);
      continue;
    }
    let committed = false;
    yield {
      events: batch.events,
      commit: async () => {
        const body = JSON.stringify({ offset: batch.nextOffset });
        await requestJson(
          fetch,
          cursor,
          { method: "PUT", headers: { "content-type": "application/json" }, body },
          token,
        );
        committed = true;
      },
    };
    if (!committed && !signal?.aborted) throw new Error(NOT_COMMITTED);
  }
}

function constant(token: string): AccessToken {
  return () => token;
}

function pause(duration: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (duration <= 0 || signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, duration);
    signal?.addEventListener("abort", done);
  });
}

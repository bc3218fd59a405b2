import { type PulledEvent, readBatch } from "./batch.js";
import { type AccessToken, type Fetch, request, requestJson } from "./request.js";

/** Options of {@link pull}. */
export interface PullOptions {
  /** Address of the workspace's host, for example `https://example.leanix.net`. */
  url: string | URL;
  /** Id of the webhook, which the API calls a subscription. Its delivery type is PULL. */
  subscriptionId: string;
  /** An access token, or a function that returns one: see {@link apiToken}. */
  token: string | AccessToken;
  /** Seconds that LeanIX waits for an event before it answers; 10 by default. */
  timeout?: number;
  /** Ends the generator, also while it waits for an event or a token. A commit under way is not cut short. */
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
 * @throws {@link PullError} if LeanIX answers with a status other than 2xx; whatever `fetch` throws if there is no answer;
 *   an Error if a batch is asked for before the one before it was committed.
 * @example
 * ```ts
 * import { handleWebhookEvent } from "leanix-webhook-events";
 * import { pull } from "leanix-webhook-events/pull";
 *
 * const url = "https://example.leanix.net";
 * for await (const { events, commit } of pull({ url, subscriptionId: "…", token: "…" })) {
 *   for (const { result } of events) {
 *     if (result.success) handleWebhookEvent(result.data, {}, (event) => console.log(event.type));
 *     else console.error(result.error.message);
 *   }
 *   await commit();
 * }
 * ```
 */
export async function* pull(options: PullOptions): AsyncGenerator<PullBatch, void, undefined> {
  const { url, subscriptionId, timeout = 10, signal, fetch = globalThis.fetch } = options;
  const token = typeof options.token === "function" ? options.token : constant(options.token);
  const subscription = new URL(`/services/webhooks/v1/subscriptions/${encodeURIComponent(subscriptionId)}/`, url);
  const events = new URL(`events?autoCommit=false&timeout=${timeout}`, subscription).href;
  const cursor = new URL("cursor", subscription).href;

  while (!signal?.aborted) {
    const asked = Date.now();
    const init = { method: "GET", ...(signal && { signal }) };
    const answer = await unlessAborted(requestJson(fetch, events, init, token), signal);
    const batch = readBatch(answer);
    if (!batch) {
      await pause(asked + PAUSE_MS - Date.now(), signal);
      continue;
    }
    let committed = false;
    yield {
      events: batch.events,
      commit: async () => {
        const headers = { "content-type": "application/json" };
        const body = JSON.stringify({ offset: batch.nextOffset });
        const response = await request(fetch, cursor, { method: "PUT", headers, body }, token);
        committed = true;
        // The status has decided: a commit that LeanIX took must not fail by its answer's body.
        await response.body?.cancel().catch(() => {});
      },
    };
    if (!committed && !signal?.aborted) throw new Error(NOT_COMMITTED);
  }
}

function constant(token: string): AccessToken {
  return () => token;
}

/** What the promise resolves to; undefined as soon as the signal is aborted, whatever becomes of the promise. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(undefined);
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort);
    promise.then(resolve, reject).finally(() => signal?.removeEventListener("abort", onAbort));
  });
}

function pause(duration: number, signal: AbortSignal | undefined): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout>;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, duration);
  });
  return unlessAborted(passed, signal).finally(() => clearTimeout(timer));
}

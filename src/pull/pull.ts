import { subscriptionAddress } from "../api/address.js";
import { type Fetch, requestDone, requestJson } from "../api/request.js";
import { providerOf, type TokenProvider } from "../api/token.js";
import { pause, unlessAborted } from "../api/wait.js";
import { type PulledEvent, readWindow, type Window } from "./window.js";

/** Options of {@link pull}. */
export interface PullOptions {
  /** Address of the workspace's host, for example `https://example.leanix.net`. */
  url: string | URL;
  /** Id of the webhook, which the API calls a subscription. Its delivery type is PULL. */
  subscriptionId: string;
  /** An access token, or a function that returns one: see {@link accessTokens}. */
  token: string | TokenProvider;
  /** Seconds that LeanIX waits for an event before it answers; 10 by default. */
  waitSeconds?: number | undefined;
  /** Ends the generator, also while it waits for an event or a token, and a commit under way, which then rejects. */
  signal?: AbortSignal | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** Events that were pulled together. */
export interface PullBatch {
  /** The events, oldest first; at least one. */
  events: PulledEvent[];
  /** Tells LeanIX that the batch was handled. Until then the same batch comes again; afterwards never. */
  commit(): Promise<void>;
}

/** The least time between two requests if the first was answered without an event, in milliseconds. */
const PAUSE_MS = 1000;

/** How long a commit that begins after the signal may take, in milliseconds. */
const LAST_COMMIT_MS = 10_000;

const NOT_COMMITTED = "pull: the batch was not committed: await its commit() when it is handled";

/**
 * Pulls the events of a webhook, batch by batch, and waits for new ones without end.
 *
 * LeanIX rejects concurrent requests: run one for a webhook.
 *
 * @throws {@link LeanixApiError} if LeanIX answers with an error, a redirect, or something that is no answer to a PULL
 *   request; whatever `fetch` throws if there is no answer; an Error if a batch is asked for before the one before it was
 *   committed; a TypeError for an option that is not valid.
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
export function pull(options: PullOptions): AsyncGenerator<PullBatch, void, undefined> {
  const { url, subscriptionId, waitSeconds = 10, signal, fetch = globalThis.fetch } = options;
  if (!(waitSeconds >= 0 && waitSeconds < Number.POSITIVE_INFINITY))
    throw new TypeError("waitSeconds: expected a number of seconds");
  const token = providerOf(options.token);
  const subscription = subscriptionAddress(url, subscriptionId);
  const eventsUrl = new URL(`events?autoCommit=false&timeout=${waitSeconds}`, subscription);
  const cursorUrl = new URL("cursor", subscription);
  return batches();

  async function* batches(): AsyncGenerator<PullBatch, void, undefined> {
    let position: number | undefined;
    while (!signal?.aborted) {
      const asked = Date.now();
      const window = await unlessAborted(nextWindow(), signal);
      if (!window) return;
      const { events, nextOffset } = window;
      const moves = nextOffset !== undefined && nextOffset !== position;
      if (events.length > 0) {
        const acknowledgement = acknowledgementOf(nextOffset!);
        yield { events, commit: acknowledgement.commit };
        if (!acknowledgement.isCommitted() && !signal?.aborted) throw new Error(NOT_COMMITTED);
      } else if (moves) await unlessAborted(commitTo(nextOffset), signal);
      position = nextOffset ?? position;
      // LeanIX may also take a commit and send the same window again.
      if (events.length === 0 || !moves) await pause(asked + PAUSE_MS - Date.now(), signal);
    }
  }

  async function nextWindow(): Promise<Window> {
    const { answer, fail } = await requestJson({ fetch, method: "GET", url: eventsUrl, token, signal });
    return readWindow(answer, fail);
  }

  /** A batch is committed once: a second call, also after newer batches, must not move the cursor back. */
  function acknowledgementOf(offset: number) {
    let committed = false;
    let pending: Promise<void> | undefined;
    return {
      isCommitted: () => committed,
      commit: async () => {
        if (committed) return;
        pending ??= commitTo(offset).finally(() => {
          pending = undefined;
        });
        await pending;
        committed = true;
      },
    };
  }

  /** The signal ends a commit under way. One that begins after it still gets its chance: the batch was handled. */
  async function commitTo(offset: number): Promise<void> {
    const limit = signal?.aborted ? AbortSignal.timeout(LAST_COMMIT_MS) : signal;
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ offset });
    const done = requestDone({ fetch, method: "PUT", url: cursorUrl, token, headers, body, signal: limit });
    const isDone = await unlessAborted(
      done.then(() => true),
      limit,
    );
    if (!isDone) throw limit?.reason;
  }
}

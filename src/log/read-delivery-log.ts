import { unlessAborted } from "../api/wait.js";
import { type SafeParseWebhookEventResult, safeParseWebhookEvent } from "../parse/parse.js";
import { readLedger } from "./first-pass.js";
import type { DeliveryLogOptions } from "./options.js";
import { pagesOf } from "./pages.js";
import { type LoggedRow, readWanted } from "./second-pass.js";

/** A delivery from the log: an event's first, or its first that was handled or refused if one was. */
export interface LoggedDelivery {
  /** What the body parses to. */
  result: SafeParseWebhookEventResult;
  /** The text as it was sent, byte for byte; empty if the log has none. */
  body: string;
  /** Why the event is lost, or `SUPPRESSED` if the webhook's callback did not let it out; undefined if it was handled. */
  why: "FAILED" | "REFUSED" | "SUPPRESSED" | undefined;
  /** Id of the delivery. */
  id: string;
  /** LeanIX's id of the event, which all of its deliveries share. */
  eventId: string;
  /** When the delivery was made: ISO 8601. */
  createdAt: string;
  /** How many deliveries of the event the log has; 1 if every row is read. */
  tries: number;
  /** Status of your receiver's answer; undefined if there was none. */
  status: number | undefined;
  /** Text of your receiver's answer. */
  answer: string;
}

/**
 * Reads LeanIX's log of a PUSH webhook's deliveries, the oldest first, with the bodies as they were sent.
 *
 * The log is read twice, because it lists the newest first: once for what became of each delivery, in at most 200 bytes
 * for each, and once for the bodies that are wanted.
 *
 * @throws {@link LeanixApiError} if LeanIX answers with an error, a redirect, or something that is no page of the log;
 *   whatever `fetch` throws if there is no answer; an Error if a delivery leaves the log while it is read; a TypeError for
 *   an option that is not valid.
 * @example
 * ```ts
 * import { accessTokens, readDeliveryLog } from "leanix-webhook-events/log";
 *
 * const url = "https://example.leanix.net";
 * const token = accessTokens({ url, apiToken: "…" });
 * for await (const { why, createdAt, tries, result } of readDeliveryLog({ url, subscriptionId: "…", token }))
 *   console.log(createdAt, why, tries, result.success ? result.data.type : result.error.message);
 * ```
 */
export function readDeliveryLog(options: DeliveryLogOptions): AsyncGenerator<LoggedDelivery, void, undefined> {
  const rows = readLog(options, () => {});
  return (async function* () {
    for await (const logged of rows) yield loggedDelivery(logged);
  })();
}

/** The rows that are wanted. `onPage` is told how many rows of the log are known. */
export function readLog(
  options: DeliveryLogOptions,
  onPage: (rows: number) => void,
): AsyncGenerator<LoggedRow, void, undefined> {
  const { only = "lost", signal } = options;
  if (!["lost", "events", "all"].includes(only)) throw new TypeError('only: expected "lost", "events" or "all"');
  const since = options.since === undefined ? Number.NEGATIVE_INFINITY : new Date(options.since).getTime();
  if (Number.isNaN(since)) throw new TypeError("since: expected an ISO 8601 time");
  const readPage = pagesOf(options);
  return (async function* () {
    const ledger = await unlessAborted(readLedger(readPage, only, since, onPage), signal);
    if (!ledger) return;
    const rows = readWanted(ledger, readPage);
    for (;;) {
      const next = await unlessAborted(rows.next(), signal);
      if (!next || next.done) return;
      yield next.value;
    }
  })();
}

function loggedDelivery([row, { verdict, tries }]: LoggedRow): LoggedDelivery {
  const { id, eventId, createdAt, body, status, answer } = row;
  const why = verdict === "HANDLED" ? undefined : verdict;
  return { result: safeParseWebhookEvent(body), body, why, id, eventId, createdAt, tries, status, answer };
}

import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf, integerOf } from "../json/fields.js";
import { subjectKeyOf } from "./subject-key.js";

/** Where an event stands in the history of its fact sheet or relation. */
export interface EventPosition {
  /** The fact sheet or relation, with its workspace. */
  key: string;
  /** Higher is newer. */
  sequence: number;
}

/** Atomically raises the stored number to at least `sequence` and returns it. Not `get` then `set`, which races. */
export type RaiseSequence = (key: string, sequence: number) => number | Promise<number>;

const holdsState = /^(?:FACT_SHEET_(?:CREATED|UPDATED|ARCHIVED|DELETED|RECOVERED)$|RELATION_)/;

/**
 * Where an event that holds a whole state stands in the history of that state, because deliveries are not ordered.
 *
 * Only FACT_SHEET_CREATED, _UPDATED, _ARCHIVED, _DELETED, _RECOVERED and RELATION_* have a position. Tags, fields,
 * resources, subscriptions and comments come as steps: dropping an old one loses it.
 *
 * @returns undefined for all other events, and if the body has no id or no number.
 * @example
 * ```ts
 * import { parseWebhookEvent, positionOf } from "leanix-webhook-events";
 *
 * const body = '{"type":"RelationArchivedEvent","workspaceId":"w","relationId":"r","transactionSequenceNumber":7}';
 * console.log(positionOf(parseWebhookEvent(body))); // { key: "w-r", sequence: 7 }
 * ```
 */
export function positionOf(event: WebhookEvent): EventPosition | undefined {
  if (!holdsState.test(event.type)) return undefined;
  const sequence = integerOf(fieldsOf(event.payload).transactionSequenceNumber);
  const key = subjectKeyOf(event);
  return key === undefined || sequence === undefined ? undefined : { key, sequence };
}

/**
 * Records where an event stands, and says whether it is the newest of its fact sheet or relation so far.
 *
 * `"outdated"` if a newer state was recorded before. An equal number is `"current"`: a delivery that is repeated carries the
 * same. Whether several events of one transaction do is not published: a handler that stores fact sheets may also
 * compare `factSheet.rev` when it writes. An event without a position is `"current"`, and nothing is recorded.
 *
 * Where the numbers went down, because a workspace was restored or set up again, every event is outdated until they have
 * caught up: delete the recorded numbers to start over.
 *
 * @param raise Keeps the greatest number per key. It is called once, before the event is handled; see the recipes for
 * SQLite, Redis, PostgreSQL and DynamoDB, and for handlers that run at the same time.
 * @example
 * ```ts
 * import { type RaiseSequence, recordPosition, type WebhookEvent } from "leanix-webhook-events";
 *
 * const latest = new Map<string, number>();
 *
 * const raise: RaiseSequence = (key, sequence) => {
 *   const greatest = Math.max(sequence, latest.get(key) ?? sequence);
 *   latest.set(key, greatest);
 *   return greatest;
 * };
 *
 * export async function handle(event: WebhookEvent): Promise<void> {
 *   if ((await recordPosition(event, raise)) === "outdated") return;
 *   console.log("newest so far:", event.type);
 * }
 * ```
 */
export async function recordPosition(event: WebhookEvent, raise: RaiseSequence): Promise<"current" | "outdated"> {
  const position = positionOf(event);
  if (position === undefined) return "current";
  return (await raise(position.key, position.sequence)) > position.sequence ? "outdated" : "current";
}

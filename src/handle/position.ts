import type { WebhookEvent } from "../generated/types.js";
import { factSheetsOf } from "./fact-sheets.js";
import { fieldsOf, integerOf, textOf } from "./fields.js";

/** Where an event stands in the history of its fact sheet or relation. */
export interface EventPosition {
  /** The fact sheet or relation, with its workspace: a copy of a workspace has the same ids. */
  key: string;
  /** The greater is the newer. Several events of one transaction have the same. */
  sequence: number;
}

/** Stores the greater of `sequence` and the number that is kept for a key, and returns it, in one atomic step: `get` then `set` loses a race. */
export type RaiseSequence = (key: string, sequence: number) => number | Promise<number>;

const statesOfFactSheet = /^FACT_SHEET_(?:CREATED|UPDATED|ARCHIVED|DELETED|RECOVERED)$/;

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
  const { workspaceId, transactionSequenceNumber, relationId, relation } = fieldsOf(event.payload);
  const sequence = integerOf(transactionSequenceNumber);
  let id: string | undefined;
  if (event.type.startsWith("RELATION_")) id = textOf(relationId) ?? textOf(fieldsOf(relation).id);
  else if (statesOfFactSheet.test(event.type)) id = factSheetsOf(event)[0]?.id;
  if (id === undefined || sequence === undefined) return undefined;
  return { key: `${textOf(workspaceId) ?? ""}-${id}`, sequence };
}

/**
 * Whether a newer state of the same fact sheet or relation was handled already, or is being handled.
 *
 * An equal one is not outdated: a delivery that is repeated after an error, and the other events of its transaction,
 * carry the same number. An event without a position never is.
 *
 * @param raise Keeps the greatest number per key. It is called once, before the event is handled; see the recipes for
 * Redis, PostgreSQL and DynamoDB, and for handlers that run at the same time.
 * @example
 * ```ts
 * import { isOutdated, type RaiseSequence, type WebhookEvent } from "leanix-webhook-events";
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
 *   if (await isOutdated(event, raise)) return;
 *   console.log("newest so far:", event.type);
 * }
 * ```
 */
export async function isOutdated(event: WebhookEvent, raise: RaiseSequence): Promise<boolean> {
  const position = positionOf(event);
  return position !== undefined && (await raise(position.key, position.sequence)) > position.sequence;
}

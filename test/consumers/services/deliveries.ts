/** Events as LeanIX delivers them: in any order, and some of them twice. */
import { readFileSync } from "node:fs";
import { type EventOfType, parseWebhookEvent } from "leanix-webhook-events";

/** A whole state of a fact sheet. */
export type State = EventOfType<"FACT_SHEET_UPDATED">;
/** A step: dropping an old one loses it. */
export type Step = EventOfType<"FACT_SHEET_TAG_ADDED">;

/** States 0, 1, 2… of some fact sheets, shuffled. */
export function statesOf({ sheets, states }: { sheets: number; states: number }): State[] {
  const body = bodyOf("fact-sheet-updated.minimal");
  const events = Array.from({ length: sheets * states }, (_, index) => {
    const factSheet = { ...body.factSheet, id: `sheet-${index % sheets}`, rev: Math.floor(index / sheets) };
    const changed = { ...body, factSheet, id: index, transactionSequenceNumber: 1000 + index };
    return parseWebhookEvent(changed) as State;
  });
  return shuffled(events);
}

export function steps(count: number): Step[] {
  const body = bodyOf("fact-sheet-tag-added");
  return Array.from({ length: count }, (_, index) => parseWebhookEvent({ ...body, id: 1_000_000 + index }) as Step);
}

/** An example that was created just now: the receiver gives up old events. */
export function bodyOf(example: string) {
  const body = JSON.parse(readFileSync(`examples/payloads/${example}.json`, "utf8"));
  return "createdAt" in body ? { ...body, createdAt: new Date().toISOString() } : body;
}

/** Each of them with this probability. */
export function someOf<Event>(events: readonly Event[], probability: number): Event[] {
  return events.filter(() => Math.random() < probability);
}

export function shuffled<Event>(events: readonly Event[]): Event[] {
  return events
    .map((event) => ({ event, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ event }) => event);
}

/** All workers at once handle everything; what fails is sent again later, as LeanIX does. */
export async function handleAll<Event>(
  sent: readonly Event[],
  workers: readonly ((event: Event) => Promise<void>)[],
): Promise<void> {
  const queue = [...sent];
  const work = async (handle: (event: Event) => Promise<void>) => {
    for (let event = queue.shift(); event; event = queue.shift()) await handle(event).catch(() => queue.push(event!));
  };
  await Promise.all(workers.map(work));
}

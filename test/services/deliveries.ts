/** The states of some fact sheets as events: shuffled, and some of them twice. */
import { readFileSync } from "node:fs";
import { type EventOfType, parseWebhookEvent } from "leanix-webhook-events";

export type Updated = EventOfType<"FACT_SHEET_UPDATED">;

export function deliveries({
  sheets,
  states,
  doubled = 0.05,
}: {
  sheets: number;
  states: number;
  doubled?: number;
}): Updated[] {
  const body = JSON.parse(readFileSync("examples/payloads/fact-sheet-updated.minimal.json", "utf8"));
  const sent = Array.from({ length: sheets * states }, (_, index) => {
    const factSheet = { ...body.factSheet, id: `sheet-${index % sheets}`, rev: Math.floor(index / sheets) };
    const changed = { ...body, factSheet, id: index, transactionSequenceNumber: 1000 + index };
    return parseWebhookEvent(changed) as Updated;
  });
  const twice = sent.filter(() => Math.random() < doubled);
  return [...sent, ...twice]
    .map((event) => ({ event, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ event }) => event);
}

/** Handles everything with eight workers at once; what fails is sent again later, as LeanIX does. */
export async function withEightWorkers(
  sent: readonly Updated[],
  handle: (event: Updated) => Promise<void>,
): Promise<void> {
  const queue = [...sent];
  const work = async () => {
    for (let event = queue.shift(); event; event = queue.shift()) await handle(event).catch(() => queue.push(event!));
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

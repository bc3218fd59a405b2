/** A receiver with node:http. `LEANIX_AUTHORIZATION="Bearer my-secret" npx tsx receiver.ts` starts it on port 3000. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  deliveryKeyOf,
  factSheetsOf,
  handleWebhookEvent,
  isFieldOfType,
  recordPosition,
  type WebhookEvent,
} from "leanix-webhook-events";
import { createReceiver } from "leanix-webhook-events/receiver";

const { node } = createReceiver({
  // What the webhook is configured to send in this header.
  authorization: { header: process.env.LEANIX_AUTHORIZATION },

  // The answer is 204 when it returns, and 500 when it throws: then LeanIX sends the event again.
  async handle(event) {
    const key = deliveryKeyOf(event);
    if (key !== undefined && handled.has(key)) return console.log(event.type, "came before: dropped");
    if ((await recordPosition(event, raise)) === "outdated") return console.log(event.type, "is outdated: dropped");
    tell(event);
    if (key !== undefined) handled.add(key);
  },
});

// In memory, for one process; docs/order.md has recipes for Redis, PostgreSQL and others.
const handled = new Set<string>();
const latest = new Map<string, number>();

function raise(key: string, sequence: number): number {
  const greatest = Math.max(sequence, latest.get(key) ?? sequence);
  latest.set(key, greatest);
  return greatest;
}

function tell(event: WebhookEvent): void {
  handleWebhookEvent(
    event,
    {
      FACT_SHEET_UPDATED: ({ type, payload: { factSheet } }) => {
        const lifecycle = factSheet.fields.find(({ name }) => name === "lifecycle")?.data;
        const phases = lifecycle && isFieldOfType(lifecycle, "Lifecycle") ? (lifecycle.phases ?? []) : [];
        console.log(type, factSheet.displayName, phases.map(({ phase }) => phase).join(" "));
      },
      INTEGRATION_RUN_FINISHED: ({ type, payload }) => console.log(type, payload.type, payload.processedCount),
      CONFIGURATION_CREATED: ({ type, payload }) => console.log(type, payload.connectorId),
      COMMENT_REPLY_ADDED: ({ type, payload }) => console.log(type, payload.commentId),
      UNKNOWN: ({ type, reason, name = "" }) => console.log(type, reason, name),
    },
    // Every other event: the fact sheets that it is about.
    (other) => {
      const factSheets = factSheetsOf(other).map(({ id, displayName = id }) => displayName);
      console.log(other.type, factSheets.join(" ") || "(no fact sheet)");
    },
  );
}

const server = createServer(node).listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

/** What the user's own handler would be: it takes a while, and writes a fact sheet's state to a system that knows no order. */
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import type { WebhookEvent } from "leanix-webhook-events";

const redis = new Redis({ host: "127.0.0.1", port: Number(process.env.REDIS_PORT), maxRetriesPerRequest: null });

export async function handle(event: WebhookEvent): Promise<void> {
  if (event.type !== "FACT_SHEET_UPDATED" && event.type !== "FACT_SHEET_TAG_ADDED") return;
  await setTimeout(Math.random() * 400);
  if (Math.random() < 0.05) throw new Error("fails now and then");
  if (event.type === "FACT_SHEET_UPDATED") {
    const { id, rev } = event.payload.factSheet;
    await redis.hset("handled:state", id, rev);
  }
  await redis.hincrby("handled:times", String(event.payload.id), 1);
}

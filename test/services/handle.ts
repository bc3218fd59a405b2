/** What the user's own handler would be: it takes a while, and writes a fact sheet's state to a system that knows no order. */
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import type { WebhookEvent } from "leanix-webhook-events";

const redis = new Redis({ host: "127.0.0.1", port: Number(process.env.REDIS_PORT) });

export async function handle(event: WebhookEvent): Promise<void> {
  if (event.type !== "FACT_SHEET_UPDATED") return;
  const { id, rev } = event.payload.factSheet;
  await setTimeout(Math.random() * 30);
  if (Math.random() < 0.05) throw new Error("fails now and then");
  await redis.multi().hset("handled:state", id, rev).hincrby("handled:times", event.payload.id.toString(), 1).exec();
}

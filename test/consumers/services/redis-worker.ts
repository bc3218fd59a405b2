/** A worker of redis-faults.test.ts: handles what it is sent by the recipes, and says whether it could. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { parseWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
import { connect } from "./snippets/connect.js";
import { handleInOrder } from "./snippets/handle-in-order.js";
import { handleOnce } from "./snippets/handle-once.js";
import { writeIfNewest } from "./snippets/write-if-newest.js";

/** Shorter than a worker is paused. */
const LOCK = 400;

const [guard, store] = [process.env.GUARD_PORT, process.env.STORE_PORT].map((port) => connect(Number(port)));

async function write(event: WebhookEvent): Promise<void> {
  await setTimeout(Math.random() * 200);
  if (Math.random() < 0.05) throw new Error("fails now and then");
  if (event.type === "FACT_SHEET_TAG_ADDED") await store!.hincrby("steps", String(event.payload.id), 1);
  else if (!(await writeIfNewest(store!, event))) await store!.incr("refused");
}

process.on("message", async (body) => {
  const event = parseWebhookEvent(body);
  const inOrder = () => handleInOrder(guard!, event, () => write(event), LOCK);
  const handled = await handleOnce(guard!, event, inOrder, LOCK).then(
    () => true,
    () => false,
  );
  process.send!(handled);
});

process.on("disconnect", () => process.exit());

await Promise.all([guard, store].map((redis) => redis!.status === "ready" || once(redis!, "ready")));
process.send!("ready");

/** The queue of a PULL webhook on the loopback: events that are long-polled, and a cursor. */
import { startVendor, type Vendor, type VendorRequest } from "../api/vendor.js";

export interface QueueVendor extends Vendor {
  /** The events that wait, by offset. */
  queue: Map<number, unknown>;
  /** The offsets that were acknowledged. */
  commits: number[];
}

const WEBHOOK = "/services/webhooks/v1/subscriptions/s%201";

export async function startQueue(): Promise<QueueVendor> {
  const queue = new Map<number, unknown>();
  const commits: number[] = [];
  let polling = 0;
  const vendor = await startVendor({
    [`GET ${WEBHOOK}/events`]: async ({ query, isGone }: VendorRequest) => {
      if (polling > 0) return { status: 409, body: { status: "ERROR", message: "concurrent request" } };
      polling++;
      const until = Date.now() + Number(query.get("timeout")) * 1000;
      while (queue.size === 0 && Date.now() < until && !isGone()) await sleep(5);
      polling--;
      return query.get("autoCommit") === "false" ? { body: batchOf(queue) } : { status: 400 };
    },
    [`PUT ${WEBHOOK}/cursor`]: ({ body }) => {
      const { offset } = JSON.parse(body) as { offset: number };
      commits.push(offset);
      for (const key of queue.keys()) if (key < offset) queue.delete(key);
      return { body: { status: "OK" } };
    },
  });
  return Object.assign(vendor, { queue, commits });
}

function batchOf(queue: Map<number, unknown>): object {
  const result = { status: "OK", type: "PullResult", errors: [], total: 7 };
  if (queue.size === 0) return result;
  const events = [...queue].map(([offset, event]) => ({ cursor: { offset }, event }));
  return { ...result, data: { events, nextCursor: { offset: Math.max(...queue.keys()) + 4 } } };
}

function sleep(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration));
}

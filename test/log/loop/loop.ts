/** The whole loop: LeanIX delivers to a receiver that loses a part, writes its log, and a sweep gives back what was lost. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { deliveryKeyOf, parseWebhookEvent } from "../../../src/index.js";
import { createPayload } from "../../../src/testing.js";
import { failed, type LogVendor, type Row } from "../log-vendor.js";

export interface Sent {
  eventId: string;
  body: string;
  /** Undefined for an event that no two deliveries of can be told apart. */
  key: string | undefined;
  /** A body that the receiver acknowledges and does not handle. */
  isWrong: boolean;
}

/** Now, because a receiver gives an old event up. Of every 20 events one has a wrong body, one an unknown name, and one no key. */
export function eventsOf(count: number): Sent[] {
  const createdAt = new Date().toISOString();
  return Array.from({ length: count }, (_, index) => {
    const id = 1000 + index;
    const body = JSON.stringify(
      {
        3: { type: "FactSheetViewedEvent", id, workspaceId: 7 },
        8: { ...createPayload("FACT_SHEET_VIEWED", { id, createdAt }), type: "SomethingNewEvent" },
        13: createPayload("AUTOMATION_TRIGGERED"),
      }[index % 20] ?? createPayload(index % 2 ? "FACT_SHEET_VIEWED" : "COMMENT_CREATED", { id, createdAt }),
    );
    const isWrong = index % 20 === 3;
    return { eventId: `e${index}`, body, key: isWrong ? undefined : deliveryKeyOf(parseWebhookEvent(body)), isWrong };
  });
}

/** A process of this folder or another, whose first line is its port. */
export async function startReceiver(
  program: string,
  ...args: string[]
): Promise<{ port: number; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout!), "line");
  return { port: Number(line), kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Delivers as LeanIX does with *Ignore errors*, or for three tries, and writes the log, a row for each try or for each event. */
export async function deliverTo(
  url: string,
  events: readonly Sent[],
  vendor: LogVendor,
  { tries, isRowPerTry }: { tries: number; isRowPerTry: boolean },
): Promise<void> {
  for (const { eventId, body } of events) {
    const rows: Row[] = [];
    for (let count = 0; count < tries && rows[0]?.success !== true; count++)
      rows.unshift(await rowOf(url, eventId, body, vendor.rows.length + count));
    vendor.rows.unshift(...(isRowPerTry ? rows : rows.slice(0, 1)));
  }
}

async function rowOf(url: string, eventId: string, payload: string, second: number): Promise<Row> {
  try {
    const headers = { authorization: "secret" };
    const response = await fetch(url, { method: "POST", headers, body: payload });
    const [success, httpStatus, responseBody] = [response.ok, response.status, await response.text()];
    return failed(eventId, second, { payload, success, httpStatus, responseBody });
  } catch {
    return failed(eventId, second, { payload, httpStatus: null, responseBody: null });
  }
}

/** Runs a sweep to its end, or kills it after so many deliveries; returns the outcome of each. */
export async function sweep(vendor: LogVendor, url: string, killAfter = Number.POSITIVE_INFINITY): Promise<string[]> {
  const args = ["--import", "tsx", "test/log/loop/sweep.ts", vendor.url, url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const outcomes: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    outcomes.push(line);
    if (outcomes.length === killAfter) await killed(child);
  }
  return outcomes;
}

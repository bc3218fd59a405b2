/**
 * The memory that reading a delivery log of a million rows takes: `npx tsx bench/delivery-log.ts`, or with fewer rows as
 * its argument. A process of its own reads; the log is on the loopback.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readDeliveryLog } from "../src/log.js";

const MEGABYTE = 1_000_000;

if (process.argv[2] === "read") await read(process.argv[3]!);
else await serve(Number(process.argv[2] ?? 1_000_000));

/** Each row is an event of its own that failed: the most that can be wanted. */
async function serve(rows: number): Promise<void> {
  const filling = "x".repeat(1900);
  const start = Date.parse("2026-11-01T00:00:00Z");
  const rowAt = (place: number) => {
    const id = (rows - place).toString(16).padStart(12, "0");
    return {
      id: `0a1b2c3d-0000-4000-8000-${id}`,
      eventId: `4d5e6f70-0000-4000-8000-${id}`,
      createdAt: new Date(start - place * 1000).toISOString(),
      payload: JSON.stringify({ type: "FactSheetViewedEvent", id: rows - place, workspaceId: "w", filling }),
      targetUrl: "https://receiver.example/",
      targetMethod: "POST",
      success: false,
      httpStatus: 500,
    };
  };
  const server = createServer((request, response) => {
    const query = new URL(request.url!, "http://localhost").searchParams;
    const [page, size] = [Number(query.get("page")), Number(query.get("size"))];
    const [from, to] = [(page - 1) * size, Math.min(page * size, rows)];
    const data = Array.from({ length: Math.max(to - from, 0) }, (_, index) => rowAt(from + index));
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ status: "OK", total: rows, data }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tsx = ["--expose-gc", "--import", "tsx", import.meta.filename, "read", url];
  await once(spawn(process.execPath, tsx, { stdio: "inherit" }), "exit");
  server.close();
}

async function read(url: string): Promise<void> {
  global.gc!();
  const before = process.memoryUsage().heapUsed;
  let deliveries = 0;
  let kept = 0;
  for await (const _ of readDeliveryLog({ url, subscriptionId: "w", token: "t" })) {
    if (deliveries++ > 0) continue;
    global.gc!();
    kept = process.memoryUsage().heapUsed - before;
  }
  const peak = (process.resourceUsage().maxRSS * 1024) / MEGABYTE;
  console.log(
    `${deliveries.toLocaleString("en")} rows: ${Math.round(kept / deliveries)} bytes a row kept, peak ${Math.round(peak)} MB`,
  );
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { startLog } from "./log-vendor.js";
import { deliverTo, eventsOf, startReceiver, sweep } from "./loop/loop.js";

const program = "test/log/loop/receiver.ts";

test.each([[{ tries: 3, isRowPerTry: true }], [{ tries: 3, isRowPerTry: false }]])(
  "of 1,000 deliveries none is lost, and none handled twice: %o",
  { timeout: 300_000 },
  async (way) => {
    const vendor = await startLog();
    const events = eventsOf(1000);
    const file = join(temporaryFolder("loop"), "handled");
    const handled = () => readFileSync(file, "utf8").trim().split("\n");

    // It fails at random, is killed in the middle, is down for a while, and answers 202 to wrong bodies.
    let receiver = await startReceiver(program, file, "0", "1");
    const url = `http://127.0.0.1:${receiver.port}/`;
    const delivered = deliverTo(url, events.slice(0, 400), vendor, way);
    while (vendor.rows.length < 300) await new Promise((resolve) => setTimeout(resolve, 1));
    await receiver.kill();
    await delivered;
    receiver = await startReceiver(program, file, String(receiver.port), "2");
    await deliverTo(url, events.slice(400), vendor, way);
    const before = handled().length;

    // The sweep is killed, and so is the receiver while another sweeps.
    const outcomes = [await sweep(vendor, url, 20)];
    const sweeping = sweep(vendor, url);
    await receiver.kill();
    receiver = await startReceiver(program, file, String(receiver.port), "3");
    outcomes.push(await sweeping);
    while (outcomes.at(-1)!.some((line) => line.startsWith("FAILED"))) outcomes.push(await sweep(vendor, url));
    await receiver.kill();
    await vendor.close();

    const wrong = events.filter(({ isWrong }) => isWrong).map(({ eventId }) => `REFUSED ${eventId}`);
    const keys = events.flatMap(({ key }) => key ?? []);
    const keyless = events.filter(({ key, isWrong }) => key === undefined && !isWrong);
    expect(outcomes.length).toBeGreaterThan(2);
    expect(before).toBeLessThan(keys.length + keyless.length);
    expect(outcomes.at(-1)!.filter((line) => !line.startsWith("HANDLED"))).toEqual(wrong);
    expect(
      handled()
        .filter((key) => key !== "undefined")
        .sort(),
    ).toEqual([...keys].sort());
    expect(handled().filter((key) => key === "undefined").length).toBeGreaterThanOrEqual(keyless.length);
  },
);

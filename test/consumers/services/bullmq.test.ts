/** The recipe for BullMQ: repeated deliveries, workers killed in the middle, and Redis too. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { deliveryKeyOf } from "leanix-webhook-events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "../../free-port.js";
import { type State, type Step, shuffled, someOf, statesOf, steps } from "./deliveries.js";
import { ended, isMissing, printed, type RedisService, startRedis } from "./servers.js";

const SHEETS = 40;
const STATES = 10;
const STEPS = 200;
const authorization = "a secret of the test";

describe.skipIf(isMissing("redis-server"))("BullMQ", () => {
  let service: RedisService;
  let redis: Redis;
  let url: string;
  let programs: ChildProcess[];

  function start(file: string, port: number, stdio: "ignore" | "pipe"): ChildProcess {
    const ports = { REDIS_PORT: String(service.port), PORT: String(port) };
    const env = { ...process.env, ...ports, LEANIX_AUTHORIZATION: authorization };
    const started = spawn(process.execPath, ["--import", "tsx", `test/consumers/services/snippets/${file}`], {
      env,
      stdio,
    });
    programs.push(started);
    return started;
  }
  const startWorker = () => start("work.ts", 0, "ignore");

  beforeEach(async () => {
    programs = [];
    service = await startRedis();
    redis = new Redis({ host: "127.0.0.1", port: service.port, maxRetriesPerRequest: null });
    redis.on("error", () => {});
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    await printed(start("receive.ts", port, "pipe"), /receiving/);
  });

  afterEach(async () => {
    await Promise.all(programs.map((program) => ended(program, "SIGKILL")));
    redis.disconnect();
    await service.stop();
  });

  async function deliver({ payload }: State | Step): Promise<number> {
    const { status } = await fetch(url, { method: "POST", headers: { authorization }, body: JSON.stringify(payload) });
    return status;
  }

  /** Delivers everything, and again what was answered 500, as LeanIX does. */
  async function deliverAll(events: readonly (State | Step)[]): Promise<void> {
    for (let left = [...events], tries = 0; left.length > 0; tries += 1) {
      if (tries > 100) throw new Error(`${left.length} deliveries were answered 500 a hundred times`);
      if (tries > 0) await setTimeout(200);
      const failed: typeof left = [];
      for (let index = 0; index < left.length; index += 20) {
        const some = left.slice(index, index + 20);
        const statuses = await Promise.all(some.map(deliver));
        expect(statuses.filter((status) => status !== 204 && status !== 500)).toEqual([]);
        failed.push(...some.filter((_, place) => statuses[place] === 500));
      }
      left = failed;
    }
  }

  /** Waits until no job is left, and expects each event to have been a job that was done, and to have been handled. */
  async function expectDone(events: readonly (State | Step)[]): Promise<void> {
    for (let waited = 0; (await openJobs(redis)) > 0 && waited < 150_000; waited += 250) await setTimeout(250);
    const done = await redis.zrange("bull:leanix:completed", "0", "-1");
    expect(done.sort()).toEqual(events.map(deliveryKeyOf).sort());
    expect(await redis.zcard("bull:leanix:failed")).toBe(0);

    const times = await redis.hgetall("handled:times");
    const never = events.filter(({ payload }) => !(payload.id in times));
    // A state is passed over for a newer one, and for nothing else.
    expect(never.filter((event) => !("factSheet" in event.payload))).toEqual([]);
    expect(never.filter(({ payload }) => "factSheet" in payload && payload.factSheet.rev === STATES - 1)).toEqual([]);
  }

  test("workers are killed: every event is handled, and every fact sheet is left in its last state", async () => {
    const events = shuffled([...statesOf({ sheets: SHEETS, states: STATES }), ...steps(STEPS)]);
    const killed: ChildProcess[] = [];
    let running = [startWorker(), startWorker()];

    await deliverAll(events);
    // Answers do not wait for the work.
    expect(await openJobs(redis)).toBeGreaterThan(0);

    let repeated = 0;
    for (let kill = 0; kill < 4; kill += 1) {
      await setTimeout(1_500);
      const [victim, other] = running;
      await ended(victim!, "SIGKILL");
      killed.push(victim!);
      running = [other!, startWorker()];
      const again = someOf(events, 0.2);
      repeated += again.length;
      await deliverAll(again);
    }
    expect(await openJobs(redis)).toBeGreaterThan(0);
    await expectDone(events);

    const left = await redis.hgetall("handled:state");
    expect(Object.values(left).map(Number)).toEqual(Array(SHEETS).fill(STATES - 1));
    expect(killed.map(({ signalCode }) => signalCode)).toEqual(Array(4).fill("SIGKILL"));
    const stalled = await Promise.all(events.map((event) => redis.hget(`bull:leanix:${deliveryKeyOf(event)}`, "stc")));
    expect(stalled.filter((times) => Number(times) > 0)).not.toEqual([]);
    console.log(`${events.length} events, ${repeated} deliveries repeated, ${killed.length} workers killed`);
  });

  test("Redis hangs: what comes meanwhile is answered 500 and comes again", async () => {
    startWorker();
    const events = steps(10);
    service.pause();
    const statuses = await Promise.all(events.map(deliver));
    service.resume();
    expect(statuses).toEqual(events.map(() => 500));
    await deliverAll(events);
    await expectDone(events);
  });

  test("Redis crashes: what was acknowledged is handled, and what comes meanwhile is answered 500 and comes again", async () => {
    startWorker();
    const events = steps(160);
    const [acknowledged, meanwhile] = [events.slice(0, 100), events.slice(100)];
    await deliverAll(acknowledged);
    await service.crash();

    const statuses = await Promise.all(meanwhile.map(deliver));
    expect(statuses).toEqual(meanwhile.map(() => 500));

    await service.restart();
    expect(await openJobs(redis)).toBeGreaterThan(0);
    await deliverAll(meanwhile);
    await expectDone(events);
  });
});

/** Jobs that are not done: counted at once, because a job that fails goes from one of these to another. */
async function openJobs(redis: Redis): Promise<number> {
  const counts = redis.multi();
  for (const state of ["wait", "active"]) counts.llen(`bull:leanix:${state}`);
  for (const state of ["delayed", "prioritized"]) counts.zcard(`bull:leanix:${state}`);
  return (await counts.exec())!.reduce((sum, [, count]) => sum + (count as number), 0);
}

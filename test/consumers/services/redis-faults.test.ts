/** What Redis and its workers may suffer: kills, pauses, restarts without persistence, eviction, duplicates, a hang. */
import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type State, type Step, shuffled, someOf, statesOf, steps } from "./deliveries.js";
import { isMissing, type RedisService, startRedis } from "./servers.js";
import { connect } from "./snippets/connect.js";
import { handleInOrder } from "./snippets/handle-in-order.js";
import { writeIfNewest } from "./snippets/write-if-newest.js";

const WORKERS = 16;
const SHEETS = 30;
const STATES = 12;
const STEPS = 200;

async function connected(port: number): Promise<Redis> {
  const redis = connect(port);
  await once(redis, "ready");
  return redis;
}

/** A process that handles one event at a time. */
class Worker {
  readonly process: ChildProcess;
  isAlive = true;
  #answered: (isHandled: boolean) => void = () => {};

  constructor(ports: Record<string, string>) {
    const options: ForkOptions = { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "ignore", "ipc"] };
    this.process = fork("test/consumers/services/redis-worker.ts", { ...options, env: { ...process.env, ...ports } });
    this.process.on("message", (isHandled: boolean) => this.#answered(isHandled));
    this.process.on("error", () => {});
    this.process.on("exit", () => {
      this.isAlive = false;
      this.#answered(false);
    });
  }

  /** Its next message; false if it ends before. */
  answer(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      if (!this.isAlive) resolve(false);
    });
  }

  handle(payload: object): Promise<boolean> {
    const answer = this.answer();
    this.process.send(payload, () => {});
    return answer;
  }
}

describe.skipIf(isMissing("redis-server"))("Redis, under faults", () => {
  let guardServer: RedisService;
  let storeServer: RedisService;
  let guard: Redis;
  let store: Redis;
  beforeAll(async () => {
    // All that the recipe says it must not be.
    guardServer = await startRedis({ appendonly: "no", maxmemory: "4mb", "maxmemory-policy": "allkeys-lru" });
    storeServer = await startRedis();
    guard = await connected(guardServer.port);
    store = await connected(storeServer.port);
  });
  beforeEach(async () => {
    await Promise.all([guard.flushall(), store.flushall()]);
  });
  afterAll(async () => {
    for (const redis of [guard, store]) redis.disconnect();
    await Promise.all([guardServer.stop(), storeServer.stop()]);
  });

  /** The first two states of one fact sheet. */
  function twoStates(): [State, State] {
    const [older, newer] = statesOf({ sheets: 1, states: 2 }).sort((a, b) => a.payload.id - b.payload.id);
    return [older!, newer!];
  }

  const storedRevs = async () => {
    const keys = await store.keys("leanix:state:*");
    return (await Promise.all(keys.map((key) => store.hget(key, "rev")))).map(Number);
  };

  async function restartGuard(): Promise<void> {
    const isBack = once(guard, "ready");
    await guardServer.crash();
    await guardServer.restart();
    await isBack;
  }

  test("a Redis that has lost its numbers lets an older state pass; a write that is conditional does not", async () => {
    const [older, newer] = twoStates();
    const passed: number[] = [];
    const handle = async (event: State) => {
      passed.push(event.payload.factSheet.rev);
      await writeIfNewest(store, event);
    };
    await handleInOrder(guard, newer, () => handle(newer));
    await restartGuard();
    await handleInOrder(guard, older, () => handle(older));
    expect(passed).toEqual([1, 0]);
    expect(await storedRevs()).toEqual([1]);
  });

  test("a worker that is paused for longer than its lock writes nothing stale", async () => {
    const [older, newer] = twoStates();
    const passed: number[] = [];
    const handle = async (event: State, milliseconds: number) => {
      await setTimeout(milliseconds);
      passed.push(event.payload.factSheet.rev);
      await writeIfNewest(store, event);
    };
    const paused = handleInOrder(guard, older, () => handle(older, 400), 100);
    await setTimeout(50);
    await handleInOrder(guard, newer, () => handle(newer, 0), 100);
    await paused;
    expect(passed).toEqual([1, 0]);
    expect(await storedRevs()).toEqual([1]);
  });

  test("of two states with one number, the one with the higher revision stays", async () => {
    const [older, newer] = twoStates();
    const { transactionSequenceNumber } = older.payload;
    const same = { ...newer, payload: { ...newer.payload, transactionSequenceNumber } } as State;
    expect([await writeIfNewest(store, same), await writeIfNewest(store, older)]).toEqual([true, false]);
    expect(await writeIfNewest(store, same)).toBe(true);
    expect(await storedRevs()).toEqual([1]);
  });

  test("a Redis that hangs is an error within seconds", async () => {
    guardServer.pause();
    const begun = Date.now();
    await expect(handleInOrder(guard, twoStates()[0], async () => {})).rejects.toThrow(/timed out/i);
    expect(Date.now() - begun).toBeLessThan(20_000);
    guardServer.resume();
  });

  test(`${WORKERS} workers, killed and paused, Redis restarted and evicting: nothing stale, nothing lost`, async () => {
    const all: (State | Step)[] = [...statesOf({ sheets: SHEETS, states: STATES }), ...steps(STEPS)];
    const queue = shuffled([...all, ...someOf(all, 0.3)]);
    const faults = { kills: 0, pauses: 0, restarts: 0, evictions: 0 };
    const workers: Worker[] = [];
    const sentTwice = new Set<State | Step>();
    let open = queue.length;

    async function start(): Promise<Worker> {
      const worker = new Worker({ GUARD_PORT: String(guardServer.port), STORE_PORT: String(storeServer.port) });
      await worker.answer();
      return worker;
    }

    /** Whether the worker handled it. One that does not answer in time may still do it, while another gets it, too. */
    async function handled(worker: Worker, event: State | Step): Promise<boolean> {
      const answer = worker.handle(event.payload);
      const inTime = await Promise.race([answer, setTimeout(800, "late" as const)]);
      if (inTime === "late" && !sentTwice.has(event)) {
        sentTwice.add(event);
        queue.push(event);
        open += 1;
      }
      return answer;
    }

    async function work(place: number): Promise<void> {
      workers[place] = await start();
      while (open > 0) {
        if (!workers[place].isAlive) workers[place] = await start();
        const event = queue.shift();
        if (event === undefined) await setTimeout(20);
        else if (await handled(workers[place], event)) open -= 1;
        else queue.push(event);
      }
    }

    async function disturb(): Promise<void> {
      for (let turn = 0; open > 0; turn += 1) {
        await setTimeout(250);
        const victim = workers[turn % WORKERS]?.process;
        if (turn % 4 === 0 && victim?.kill("SIGKILL")) faults.kills += 1;
        if (turn % 4 === 1 && victim?.kill("SIGSTOP")) {
          faults.pauses += 1;
          setTimeout(1_500).then(() => victim.kill("SIGCONT"));
        }
        if (turn % 4 === 2) {
          const junk = Array.from({ length: 2_000 }, (_, index) =>
            guard.set(`junk:${turn}:${index}`, "x".repeat(2_000)),
          );
          await Promise.allSettled(junk);
          faults.evictions += 1;
        }
        if (turn % 8 === 7) {
          await guardServer.crash();
          await guardServer.restart();
          faults.restarts += 1;
        }
      }
    }

    await Promise.all([...Array.from({ length: WORKERS }, (_, place) => work(place)), disturb()]);
    for (const worker of workers) worker.process.kill("SIGKILL");

    expect(await storedRevs()).toEqual(Array(SHEETS).fill(STATES - 1));
    expect(Object.keys(await store.hgetall("steps"))).toHaveLength(STEPS);
    const times = Object.values(await store.hgetall("steps")).map(Number);
    const twice = times.filter((time) => time > 1).length;
    const refused = Number(await store.get("refused"));
    console.log(`${all.length} events`, faults, { "steps handled twice": twice, "older states refused": refused });
    expect(Math.min(...Object.values(faults))).toBeGreaterThan(0);
  });
});

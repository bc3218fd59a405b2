/** The recipe for BullMQ: repeated deliveries, and workers killed in the middle. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveries } from "./deliveries.js";
import { ended, freePort, isMissing, printed, type Service, startRedis } from "./servers.js";

const SHEETS = 40;
const STATES = 10;
const authorization = "a secret of the test";

describe.skipIf(isMissing("redis-server"))("BullMQ", () => {
  let service: Service;
  let redis: Redis;
  let receiver: ChildProcess;
  let url: string;
  const workers = new Set<ChildProcess>();

  function program(file: string, port: number): ChildProcess {
    const env = {
      ...process.env,
      REDIS_PORT: String(service.port),
      PORT: String(port),
      LEANIX_AUTHORIZATION: authorization,
    };
    return spawn(process.execPath, ["--import", "tsx", `test/services/snippets/${file}`], { env });
  }

  function startWorker(): ChildProcess {
    const worker = program("work.ts", 0);
    workers.add(worker);
    return worker;
  }

  beforeAll(async () => {
    service = await startRedis();
    redis = new Redis({ host: "127.0.0.1", port: service.port });
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    receiver = program("receive.ts", port);
    await printed(receiver, /receiving/);
  });

  afterAll(async () => {
    await Promise.all([receiver, ...workers].map((process) => process && ended(process, "SIGKILL")));
    redis.disconnect();
    await service.stop();
  });

  test("every event is handled, and every fact sheet is left in its last state", async () => {
    const sent = deliveries({ sheets: SHEETS, states: STATES, doubled: 0.5 });
    const longest: number[] = [];
    const killed: ChildProcess[] = [];
    let running = [startWorker(), startWorker()];

    const deliver = async (event: (typeof sent)[number]) => {
      const begun = performance.now();
      const body = JSON.stringify(event.payload);
      const response = await fetch(url, { method: "POST", headers: { authorization }, body });
      longest.push(performance.now() - begun);
      expect(response.status).toBe(204);
    };
    const killing = (async () => {
      for (let kill = 0; kill < 4; kill += 1) {
        await setTimeout(1_500);
        const [victim, other] = running;
        await ended(victim!, "SIGKILL");
        killed.push(victim!);
        running = [other!, startWorker()];
      }
    })();
    for (let index = 0; index < sent.length; index += 20) {
      await Promise.all(sent.slice(index, index + 20).map(deliver));
      await setTimeout(150);
    }
    await killing;

    const isDone = async () => Number(await redis.hlen("handled:state")) === SHEETS && (await open(redis)) === 0;
    for (let waited = 0; !(await isDone()) && waited < 90_000; waited += 250) await setTimeout(250);

    const states = await redis.hgetall("handled:state");
    expect(Object.values(states).map(Number)).toEqual(Array(SHEETS).fill(STATES - 1));
    expect(await redis.zcard("bull:leanix:completed")).toBe(SHEETS * STATES);
    expect(await redis.zcard("bull:leanix:failed")).toBe(0);
    expect(killed.map(({ signalCode }) => signalCode)).toEqual(Array(4).fill("SIGKILL"));
    const taken = await Promise.all(
      sent.map(({ payload }) => redis.hget(`bull:leanix:${payload.workspaceId}-${payload.id}`, "stc")),
    );
    expect(taken.filter((stalled) => Number(stalled) > 0)).not.toEqual([]);
    const median = longest.sort((one, other) => one - other)[Math.floor(longest.length / 2)]!;
    console.log(
      `${sent.length} deliveries of ${SHEETS * STATES} events, ${killed.length} workers killed, answered in ${median.toFixed(1)} ms (median)`,
    );
  });
});

/** Jobs that are not done. */
async function open(redis: Redis): Promise<number> {
  const [waiting, active] = await Promise.all(["wait", "active"].map((state) => redis.llen(`bull:leanix:${state}`)));
  const [delayed, prioritized] = await Promise.all(
    ["delayed", "prioritized"].map((state) => redis.zcard(`bull:leanix:${state}`)),
  );
  return waiting! + active! + delayed! + prioritized!;
}

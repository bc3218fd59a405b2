/** The recipes for Redis and PostgreSQL, with eight workers at once on a real server. */
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { isOutdated } from "leanix-webhook-events";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveries, type Updated, withEightWorkers } from "./deliveries.js";
import { isMissing, type Service, startPostgres, startRedis } from "./servers.js";
import { handleInOrder } from "./snippets/handle-in-order.js";
import { handleInOrder as handleInTransaction } from "./snippets/postgresql.js";
import { raiseIn } from "./snippets/redis.js";

const SHEETS = 30;
const STATES = 10;
const sent = () => deliveries({ sheets: SHEETS, states: STATES });

async function slowly(): Promise<void> {
  await setTimeout(Math.random() * 8);
  if (Math.random() < 0.1) throw new Error("fails now and then");
}

function notInLastState(states: ReadonlyMap<string, number>): number {
  return SHEETS - [...states.values()].filter((rev) => rev === STATES - 1).length;
}

/** The first two states of one fact sheet; the older takes longer. */
function race(): [Updated, Updated] {
  const [older, newer] = deliveries({ sheets: 1, states: 2, doubled: 0 }).sort((a, b) => a.payload.id - b.payload.id);
  return [older!, newer!];
}

describe.skipIf(isMissing("redis-server"))("Redis", () => {
  let service: Service;
  let redis: Redis;
  beforeAll(async () => {
    service = await startRedis();
    redis = new Redis({ host: "127.0.0.1", port: service.port });
  });
  afterAll(async () => {
    redis.disconnect();
    await service.stop();
  });

  test("raises a number, and never lowers it", async () => {
    const raise = raiseIn(redis);
    expect([await raise("k", 5), await raise("k", 3), await raise("k", 5), await raise("k", 9)]).toEqual([5, 5, 5, 9]);
    const numbers = Array.from({ length: 200 }, (_, index) => index + 10);
    await Promise.all(numbers.map((number) => raise("k", number)));
    expect(await raise("k", 0)).toBe(209);
  });

  test("eight workers leave every fact sheet in its last state", async () => {
    const states = new Map<string, number>();
    await withEightWorkers(sent(), (event) =>
      handleInOrder(redis, event, async () => {
        const { id, rev } = event.payload.factSheet;
        await slowly();
        states.set(id, rev);
      }),
    );
    expect(notInLastState(states)).toBe(0);
  });

  test("without the lock, an older state that takes longer would win", async () => {
    await redis.del("leanix:sequence");
    const [older, newer] = race();
    const written: number[] = [];
    const write = async (event: Updated, milliseconds: number) => {
      await setTimeout(milliseconds);
      written.push(event.payload.factSheet.rev);
    };
    const unlocked = async (event: Updated, milliseconds: number) => {
      if (!(await isOutdated(event, raiseIn(redis)))) await write(event, milliseconds);
    };
    const begun = unlocked(older, 60);
    await setTimeout(20);
    await Promise.all([begun, unlocked(newer, 1)]);
    expect(written).toEqual([1, 0]);

    await redis.del("leanix:sequence");
    written.length = 0;
    const locked = handleInOrder(redis, older, () => write(older, 60));
    await setTimeout(20);
    await Promise.all([locked, handleInOrder(redis, newer, () => write(newer, 1))]);
    expect(written).toEqual([0, 1]);
  });
});

describe.skipIf(isMissing("postgres"))("PostgreSQL", () => {
  let service: Service;
  let pool: pg.Pool;
  beforeAll(async () => {
    service = await startPostgres();
    pool = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres", database: "postgres", max: 8 });
    await pool.query("CREATE TABLE IF NOT EXISTS leanix_sequence (key text PRIMARY KEY, sequence bigint NOT NULL)");
    await pool.query("CREATE TABLE states (id text PRIMARY KEY, rev int NOT NULL)");
  });
  afterAll(async () => {
    await pool.end();
    await service.stop();
  });

  const write = "INSERT INTO states VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET rev = excluded.rev";

  test("eight workers leave every fact sheet in its last state", async () => {
    await withEightWorkers(sent(), (event) =>
      handleInTransaction(pool, event, async (client) => {
        const { id, rev } = event.payload.factSheet;
        await slowly();
        await client.query(write, [id, rev]);
      }),
    );
    const { rows } = await pool.query<{ id: string; rev: number }>("SELECT id, rev FROM states");
    expect(notInLastState(new Map(rows.map(({ id, rev }) => [id, rev])))).toBe(0);
  });

  test("a handler that fails leaves no trace", async () => {
    const [, newer] = race();
    await pool.query("TRUNCATE leanix_sequence");
    const fails = handleInTransaction(pool, newer, () => Promise.reject(new Error("no")));
    await expect(fails).rejects.toThrow("no");
    const { rows } = await pool.query("SELECT * FROM leanix_sequence");
    expect(rows).toEqual([]);
  });
});

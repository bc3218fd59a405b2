/** The recipes for Redis and PostgreSQL, with eight workers at once, each with a connection of its own, on a real server. */
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { recordPosition } from "leanix-webhook-events";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handleAll, type State, type Step, shuffled, someOf, statesOf, steps } from "./deliveries.js";
import { isMissing, type Service, startPostgres, startRedis } from "./servers.js";
import { handleInOrder } from "./snippets/handle-in-order.js";
import { handleOnce } from "./snippets/handle-once.js";
import { handleOnceInOrder } from "./snippets/postgresql.js";
import { raiseIn } from "./snippets/redis.js";

const WORKERS = 8;
const SHEETS = 30;
const STATES = 10;

function states(): State[] {
  const all = statesOf({ sheets: SHEETS, states: STATES });
  return shuffled([...all, ...someOf(all, 0.05)]);
}

async function slowly(): Promise<void> {
  await setTimeout(Math.random() * 8);
  if (Math.random() < 0.1) throw new Error("fails now and then");
}

function notInLastState(revs: readonly number[]): number {
  return SHEETS - revs.filter((rev) => rev === STATES - 1).length;
}

/** The first two states of one fact sheet. */
function twoStates(): [State, State] {
  const [older, newer] = statesOf({ sheets: 1, states: 2 }).sort((a, b) => a.payload.id - b.payload.id);
  return [older!, newer!];
}

describe.skipIf(isMissing("redis-server"))("Redis", () => {
  let service: Service;
  let connections: Redis[];
  let redis: Redis;
  beforeAll(async () => {
    service = await startRedis();
    connections = Array.from({ length: WORKERS }, () => new Redis({ host: "127.0.0.1", port: service.port }));
    redis = connections[0]!;
  });
  beforeEach(async () => {
    await redis.flushall();
  });
  afterAll(async () => {
    for (const connection of connections) connection.disconnect();
    await service.stop();
  });

  test("raises a number, and never lowers it", async () => {
    const raise = raiseIn(redis);
    expect([await raise("k", 5), await raise("k", 3), await raise("k", 5), await raise("k", 9)]).toEqual([5, 5, 5, 9]);
    const numbers = Array.from({ length: 200 }, (_, index) => index + 10);
    await Promise.all(numbers.map((number, index) => raiseIn(connections[index % WORKERS]!)("k", number)));
    expect(await raise("k", 0)).toBe(209);
  });

  test("an error of Redis is an error, and not an event that is not outdated", async () => {
    await redis.set("leanix:sequence", "not a sorted set");
    await expect(recordPosition(twoStates()[0], raiseIn(redis))).rejects.toThrow("WRONGTYPE");
  });

  test("eight workers leave every fact sheet in its last state", async () => {
    const left = new Map<string, number>();
    const workers = connections.map(
      (connection) => (event: State) =>
        handleInOrder(connection, event, async () => {
          const { id, rev } = event.payload.factSheet;
          await slowly();
          left.set(id, rev);
        }),
    );
    await handleAll(states(), workers);
    expect(notInLastState([...left.values()])).toBe(0);
  });

  test("without the lock, an older state that takes longer would win", async () => {
    const [older, newer] = twoStates();
    const written: number[] = [];
    const write = async (event: State, milliseconds: number) => {
      await setTimeout(milliseconds);
      written.push(event.payload.factSheet.rev);
    };
    const unlocked = async (event: State, milliseconds: number) => {
      if ((await recordPosition(event, raiseIn(redis))) === "current") await write(event, milliseconds);
    };
    const begun = unlocked(older, 60);
    await setTimeout(20);
    await Promise.all([begun, unlocked(newer, 1)]);
    expect(written).toEqual([1, 0]);

    await redis.flushall();
    written.length = 0;
    const locked = handleInOrder(redis, older, () => write(older, 60));
    await setTimeout(20);
    await Promise.all([locked, handleInOrder(redis, newer, () => write(newer, 1))]);
    expect(written).toEqual([0, 1]);
  });

  test("eight workers handle each event once, however often it is delivered", async () => {
    const times = new Map<number, number>();
    const workers = connections.map(
      (connection) => (event: Step) =>
        handleOnce(connection, event, async () => {
          await slowly();
          times.set(event.payload.id, (times.get(event.payload.id) ?? 0) + 1);
        }),
    );
    const sent = steps(60);
    await handleAll(shuffled([...sent, ...sent, ...sent]), workers);
    expect([...times.values()]).toEqual(sent.map(() => 1));
  });

  test("of two deliveries at the same time, the second is handled if the first fails", async () => {
    const [event] = steps(1);
    let calls = 0;
    const handle = async () => {
      calls += 1;
      await setTimeout(30);
      if (calls === 1) throw new Error("no");
    };
    const deliver = (connection: Redis) => handleOnce(connection, event!, handle);
    const results = await Promise.allSettled([deliver(connections[0]!), deliver(connections[1]!)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(calls).toBe(2);
    await deliver(redis);
    expect(calls).toBe(2);
  });
});

describe.skipIf(isMissing("postgres"))("PostgreSQL", () => {
  let service: Service;
  let pools: pg.Pool[];
  let pool: pg.Pool;
  beforeAll(async () => {
    service = await startPostgres();
    const connection = { host: "127.0.0.1", port: service.port, user: "postgres", database: "postgres", max: 1 };
    pools = Array.from({ length: WORKERS }, () => new pg.Pool(connection));
    pool = pools[0]!;
    const [, tables] = readFileSync("docs/recipes/postgresql.md", "utf8").match(/^```sql\n(.*?)^```$/ms)!;
    await pool.query(tables!);
    await pool.query("CREATE TABLE states (id text PRIMARY KEY, rev int NOT NULL)");
    await pool.query("CREATE TABLE times (id int NOT NULL)");
  });
  beforeEach(async () => {
    await pool.query("TRUNCATE leanix_sequence, leanix_handled, states, times");
  });
  afterAll(async () => {
    await Promise.all(pools.map((each) => each.end()));
    await service.stop();
  });

  const write = "INSERT INTO states VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET rev = excluded.rev";

  test("eight workers leave every fact sheet in its last state", async () => {
    const workers = pools.map(
      (own) => (event: State) =>
        handleOnceInOrder(own, event, async (client) => {
          const { id, rev } = event.payload.factSheet;
          await slowly();
          await client.query(write, [id, rev]);
        }),
    );
    await handleAll(states(), workers);
    const { rows } = await pool.query<{ rev: number }>("SELECT rev FROM states");
    expect(notInLastState(rows.map(({ rev }) => rev))).toBe(0);
  });

  test("eight workers handle each event once, however often it is delivered", async () => {
    const workers = pools.map(
      (own) => (event: Step) =>
        handleOnceInOrder(own, event, async (client) => {
          await client.query("INSERT INTO times VALUES ($1)", [event.payload.id]);
          await slowly();
        }),
    );
    const sent = steps(60);
    await handleAll(shuffled([...sent, ...sent, ...sent]), workers);
    const { rows } = await pool.query<{ id: number }>("SELECT id FROM times ORDER BY id");
    expect(rows.map(({ id }) => id)).toEqual(sent.map(({ payload }) => payload.id));
  });

  const [, newer] = twoStates();
  const kept = async () =>
    (await pool.query("SELECT key FROM leanix_sequence UNION ALL SELECT key FROM leanix_handled")).rows;

  test("a handler that fails leaves no trace", async () => {
    const fails = handleOnceInOrder(pool, newer, () => Promise.reject(new Error("no")));
    await expect(fails).rejects.toThrow("no");
    expect(await kept()).toEqual([]);
    await handleOnceInOrder(pool, newer, async () => {});
    expect(await kept()).toHaveLength(2);
  });

  test("a connection that breaks neither hides the error of the handler nor ends the process", async () => {
    const fails = handleOnceInOrder(pool, newer, async (client) => {
      await client.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => {});
      await setTimeout(20);
      throw new Error("the reason");
    });
    await expect(fails).rejects.toThrow("the reason");
    expect(await kept()).toEqual([]);
  });

  test("a handler that goes on after a query failed is not taken for a success", async () => {
    const goesOn = handleOnceInOrder(pool, newer, async (client) => {
      await client.query("SELECT 1 / 0").catch(() => {});
    });
    await expect(goesOn).rejects.toThrow("rolled back");
    expect(await kept()).toEqual([]);
  });
});

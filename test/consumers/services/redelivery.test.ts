/** The whole loop with the recipes: a receiver loses a part of what LeanIX sends, and sweeps of the log give it back. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { readDeliveryLog, redeliver } from "leanix-webhook-events/log";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../../free-port.js";
import { failed, type LogVendor, startLog } from "../../log/log-vendor.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { type Step, steps } from "./deliveries.js";
import { ended, isMissing, printed, startPostgres, startRedis } from "./servers.js";
import { nodeWithSqlite } from "./sqlite-node.js";

const authorization = "a secret of the test";
const all = steps(300);

let programs: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(programs.map((program) => ended(program, "SIGKILL")));
  programs = [];
});

function start(file: string, env: Record<string, string>, node = process.execPath): ChildProcess {
  const args = ["--import", "tsx", `test/consumers/services/${file}`];
  const program = spawn(node, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  programs.push(program);
  return program;
}

/** Delivers once, as with *Ignore errors*: what is not acknowledged is lost. */
async function deliver(url: string, events: readonly Step[], vendor: LogVendor): Promise<void> {
  for (const { payload } of events) {
    const body = JSON.stringify(payload);
    const answer = await fetch(url, { method: "POST", headers: { authorization }, body }).catch(() => undefined);
    const outcome = { success: answer?.ok ?? false, httpStatus: answer?.status ?? null };
    vendor.rows.unshift(failed(`e${payload.id}`, vendor.rows.length, { payload: body, ...outcome }));
  }
}

/** Delivers all while the receiver fails, is killed and is down, then sweeps until nothing is left; kills it there, too. */
async function lose(port: number, receive: () => ChildProcess): Promise<{ lost: number; sweeps: number }> {
  const url = `http://127.0.0.1:${port}/`;
  const vendor = await startLog();
  vendor.tokens = ["t"];
  let receiver = receive();
  await printed(receiver, /receiving/);
  const delivered = deliver(url, all.slice(0, 200), vendor);
  while (vendor.rows.length < 150) await setTimeout(1);
  await ended(receiver, "SIGKILL");
  await delivered;
  receiver = receive();
  await printed(receiver, /receiving/);
  await deliver(url, all.slice(200), vendor);
  const lost = vendor.rows.filter(({ success }) => !success).length;

  let sweeps = 0;
  for (let left = 1; left > 0; sweeps++) {
    left = 0;
    let made = 0;
    const deliveries = readDeliveryLog({ url: vendor.url, subscriptionId: "w 1", token: "t" });
    for await (const { outcome } of redeliver(deliveries, url, { authorization })) {
      if (outcome !== "HANDLED") left++;
      // The first sweep ends in the middle, and the receiver is killed during the second.
      if (++made === 20 && sweeps === 0) break;
      if (made !== 30 || sweeps !== 1) continue;
      await ended(receiver, "SIGKILL");
      receiver = receive();
      await printed(receiver, /receiving/);
    }
    if (sweeps === 0) left = 1;
  }
  await vendor.close();
  return { lost, sweeps };
}

const ids = all.map(({ payload }) => payload.id);

function report(recipe: string, { lost, sweeps }: { lost: number; sweeps: number }): void {
  expect(lost).toBeGreaterThan(20);
  console.log(`${recipe}: ${lost} of ${all.length} deliveries lost, all handled once after ${sweeps} sweeps`);
}

const node = nodeWithSqlite();
test.skipIf(node === undefined)("SQLite", async () => {
  const [port, FILE] = [await freePort(), join(temporaryFolder("sqlite"), "leanix.db")];

  report("SQLite", await lose(port, () => start("sqlite-receiver.ts", { PORT: String(port), FILE }, node)));

  const program = `const name = process.getBuiltinModule?.("node:sqlite") ? "node:sqlite" : "better-sqlite3";
    const { DatabaseSync, default: Better } = await import(name);
    const rows = new (DatabaseSync ?? Better)(process.env.FILE).prepare("SELECT id FROM steps ORDER BY id").all();
    console.log(JSON.stringify(rows.map(({ id }) => id)));`;
  const reader = spawn(node!, ["--input-type=module", "-e", program], {
    env: { ...process.env, FILE },
    cwd: import.meta.dirname,
  });
  let output = "";
  for await (const chunk of reader.stdout) output += chunk;
  expect(JSON.parse(output)).toEqual(ids);
});

test.skipIf(isMissing("postgres"))("PostgreSQL", async () => {
  const service = await startPostgres();
  const pool = new pg.Pool({ host: "127.0.0.1", port: service.port, user: "postgres" });
  pool.on("error", () => {});
  await pool.query(`CREATE TABLE leanix_sequence (key text PRIMARY KEY, sequence bigint NOT NULL);
    CREATE TABLE leanix_handled (key text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE steps (id integer NOT NULL)`);
  const port = await freePort();
  const env = { PORT: String(port), POSTGRES_PORT: String(service.port) };

  report("PostgreSQL", await lose(port, () => start("postgresql-receiver.ts", env)));

  const { rows } = await pool.query<{ id: number }>("SELECT id FROM steps ORDER BY id");
  await pool.end();
  await Promise.all(programs.map((program) => ended(program, "SIGKILL")));
  await service.stop();
  expect(rows.map(({ id }) => id)).toEqual(ids);
});

describe.skipIf(isMissing("redis-server"))("BullMQ", () => {
  test("with a worker", async () => {
    const service = await startRedis();
    const port = await freePort();
    const env = { PORT: String(port), REDIS_PORT: String(service.port), LEANIX_AUTHORIZATION: authorization };
    start("snippets/work.ts", env);

    report("BullMQ", await lose(port, () => start("snippets/receive.ts", env)));

    const redis = new Redis({ host: "127.0.0.1", port: service.port });
    let times = await redis.hgetall("handled:times");
    for (let waited = 0; Object.keys(times).length < all.length && waited < 120_000; waited += 250) {
      await setTimeout(250);
      times = await redis.hgetall("handled:times");
    }
    redis.disconnect();
    await Promise.all(programs.map((program) => ended(program, "SIGKILL")));
    await service.stop();
    expect(times).toEqual(Object.fromEntries(ids.map((id) => [id, "1"])));
  });
});

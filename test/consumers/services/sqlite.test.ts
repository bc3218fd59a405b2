/** The recipe for SQLite: two processes on one file, killed again and again while events come, some of them twice. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../../free-port.js";
import { type State, type Step, shuffled, someOf, statesOf, steps } from "./deliveries.js";
import { ended, printed } from "./servers.js";
import { nodeWithSqlite } from "./sqlite-node.js";

const SHEETS = 20;
const STATES = 10;
const STEPS = 150;
const KILLS = 5;

const node = nodeWithSqlite();
if (node === undefined) console.log("skipped: no Node with SQLite, and better-sqlite3 is not installed");

describe.skipIf(node === undefined)("SQLite", () => {
  const folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  const env = { ...process.env, FILE: join(folder, "leanix.db") };
  let running: { process: ChildProcess; url: string }[] = [];
  let acknowledged = 0;
  afterEach(async () => {
    await Promise.all(running.map(({ process }) => ended(process, "SIGKILL")));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    const port = await freePort();
    const args = ["--import", "tsx", "test/consumers/services/sqlite-receiver.ts"];
    const process = spawn(node!, args, { env: { ...env, PORT: String(port) } });
    running.push({ process, url: `http://127.0.0.1:${port}/` });
    await printed(process, /receiving/);
  }

  /** Whether it was acknowledged. */
  async function deliver({ payload }: State | Step): Promise<boolean> {
    const { url } = running[Math.floor(Math.random() * running.length)]!;
    const answer = fetch(url, { method: "POST", body: JSON.stringify(payload) });
    return answer.then(({ status }) => status === 204).catch(() => false);
  }

  /** What is not acknowledged is delivered again, as LeanIX does. */
  async function deliverAll(events: readonly (State | Step)[]): Promise<void> {
    const queue = [...events];
    const client = async () => {
      for (let event = queue.shift(); event; event = queue.shift()) {
        if (await deliver(event)) acknowledged += 1;
        else queue.push(event);
      }
    };
    await Promise.all(Array.from({ length: 8 }, client));
  }

  async function query(sql: string): Promise<Record<string, number>[]> {
    const program = `const name = process.getBuiltinModule?.("node:sqlite") ? "node:sqlite" : "better-sqlite3";
      const { DatabaseSync, default: Better } = await import(name);
      console.log(JSON.stringify(new (DatabaseSync ?? Better)(process.env.FILE).prepare(${JSON.stringify(sql)}).all()));`;
    const cwd = import.meta.dirname;
    const reader = spawn(node!, ["--input-type=module", "-e", program], { env, cwd });
    let output = "";
    for await (const chunk of reader.stdout) output += chunk;
    return JSON.parse(output);
  }

  test("killed processes: each step is handled once, and each fact sheet is left in its last state", async () => {
    const all = [...statesOf({ sheets: SHEETS, states: STATES }), ...steps(STEPS)];
    const deliveries = shuffled([...all, ...someOf(all, 0.3)]);
    await start();
    await start();
    const delivered = deliverAll(deliveries);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      while (acknowledged < (kill * deliveries.length) / (KILLS + 1)) await setTimeout(1);
      const [victim] = running;
      await ended(victim!.process, "SIGKILL");
      running = running.slice(1);
      await start();
    }
    await delivered;

    const states = await query("SELECT rev FROM state");
    expect(states.map(({ rev }) => rev)).toEqual(Array(SHEETS).fill(STATES - 1));
    const handled = await query("SELECT count(*) AS times, count(DISTINCT id) AS events FROM steps");
    expect(handled).toEqual([{ times: STEPS, events: STEPS }]);
    console.log(`${all.length} events, ${KILLS} processes killed, ${node}`);
  });
});

/** Redis and PostgreSQL of this machine, started on loopback with nothing but a folder of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../free-port.js";

export interface Service {
  port: number;
  stop: () => Promise<void>;
}

export interface RedisService extends Service {
  /** Ends it without a word, as a crash does. */
  crash: () => Promise<void>;
  /** Starts it again with what is on its disk. */
  restart: () => Promise<void>;
  /** It hangs: takes connections, and answers nothing. */
  pause: () => void;
  resume: () => void;
}

const debian = "/usr/lib/postgresql";
const folders = [
  ...(process.env.PATH ?? "").split(delimiter),
  ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : []),
];

/** Where a program is; undefined if it is not installed. */
export function installed(program: string): string | undefined {
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Says so in one line for a program that is not there. */
export function isMissing(program: string): boolean {
  if (installed(program) !== undefined) return false;
  console.log(`skipped: ${program} is not installed`);
  return true;
}

/** Redis as the recipes need it, on disk and with nothing evicted, but for `changes`. */
export async function startRedis(changes: Record<string, string> = {}): Promise<RedisService> {
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "redis-"))];
  const options = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "yes",
    "maxmemory-policy": "noeviction",
    ...changes,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const start = () => started(spawn(installed("redis-server")!, args), /Ready to accept connections/);
  let server = await start();
  return {
    port,
    crash: () => ended(server, "SIGKILL"),
    restart: async () => {
      server = await start();
    },
    pause: () => server.kill("SIGSTOP"),
    resume: () => server.kill("SIGCONT"),
    stop: () => stopped(server, folder),
  };
}

export async function startPostgres(): Promise<Service> {
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "postgres-"))];
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const init = ["-D", folder, "-U", "postgres", "-A", "trust", "--no-sync"];
  const { status, stderr } = spawnSync(installed("initdb")!, init, { encoding: "utf8", cwd: folder, ...user });
  if (status !== 0) throw new Error(`initdb ended with ${status}\n${stderr}`);
  const args = ["-D", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-k", folder, "-F"];
  const spawned = spawn(installed("postgres")!, args, { cwd: folder, ...user });
  const server = await started(spawned, /ready to accept connections/);
  return { port, stop: () => stopped(server, folder) };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout));
  return { uid: uid!, gid: gid! };
}

async function started(server: ChildProcess, ready: RegExp): Promise<ChildProcess> {
  await printed(server, ready);
  return server;
}

async function stopped(server: ChildProcess, folder: string): Promise<void> {
  await ended(server, "SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}

/** Waits until a process has printed a line. */
export async function printed(process: ChildProcess, line: RegExp): Promise<void> {
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (line.test(output)) resolve();
    };
    process.stdout!.on("data", read);
    process.stderr!.on("data", read);
    process.once("error", reject);
    process.once("exit", (code) => reject(new Error(`ended with ${code}\n${output}`)));
  });
}

/** Ends a process, and waits until it has ended. */
export async function ended(process: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = new Promise((resolve) => process.once("exit", resolve));
  process.kill(signal);
  await Promise.race([exit, setTimeout(10_000)]);
}

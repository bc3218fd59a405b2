/** Builds the app in next/ and starts it, as a user would. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { freePort } from "../../free-port.js";
import type { Mount } from "./mounts.js";

const folder = import.meta.dirname;
const next = join(folder, "..", "node_modules", "next", "dist", "bin", "next");
const options = {
  cwd: join(folder, "next"),
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" as const },
};

export async function startNext(): Promise<Mount> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, "build"], { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`next build ended with ${status}\n${stdout}\n${stderr}`);
  const port = await freePort();
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], options);
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    const print = (chunk: Buffer) => {
      printed += chunk;
      if (/Ready/.test(printed)) resolve();
    };
    server.stdout.on("data", print);
    server.stderr.on("data", print);
    server.once("exit", (code) => reject(new Error(`next start ended with ${code}\n${printed}`)));
  });
  return { url: `http://127.0.0.1:${port}/leanix`, close: () => server.kill() };
}

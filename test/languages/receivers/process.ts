/** Processes of a page, and whether one listens. */
import { type ChildProcess, spawn } from "node:child_process";
import { createConnection } from "node:net";

/** In a group of its own, so that what it starts ends with it. */
export function run(script: string, cwd: string, variables: Record<string, string> = {}, output: string[] = []) {
  const env = { ...process.env, ...variables };
  const child = spawn("bash", ["-c", script], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
  return child;
}

export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.on("close", (code) => resolve(code)));
}

export function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

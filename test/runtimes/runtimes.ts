/** The runtimes, each from an npm package at a fixed version, and Debian's Chromium. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { run } from "../package/run.js";

export interface Runtime {
  name: string;
  /** What npm installs; undefined for what a machine has. */
  package?: string;
  /** Why it cannot run here, if it cannot. */
  missing?: () => string | undefined;
  /** What prints its version, and the programs of a folder it runs, by what they are; each answers "works". */
  version: (folder: string) => string;
  programs: Record<string, (folder: string) => string | Promise<string>>;
}

const platform = process.platform === "win32" ? "win" : process.platform;
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const runtimes: Runtime[] = [
  node("20.19.6"),
  node("22.23.3"),
  node("24.21.0"),
  node("26.10.0"),
  {
    name: "Bun",
    package: "bun@1.4.5",
    version: (folder) => run(binary(folder, "bun"), ["--version"]),
    programs: {
      ESM: (folder) => run(binary(folder, "bun"), ["esm.mjs"], folder),
      CommonJS: (folder) => run(binary(folder, "bun"), ["cjs.cjs"], folder),
      TypeScript: (folder) => run(binary(folder, "bun"), ["typescript.ts"], folder),
    },
  },
  {
    name: "Deno",
    package: "deno@2.9.6",
    version: (folder) => deno(folder, "--version").split(/[ \n]/)[1]!,
    programs: {
      ESM: (folder) => deno(folder, "run", "--no-prompt", "esm.mjs"),
      CommonJS: (folder) => deno(folder, "run", "--no-prompt", "--allow-read", "cjs.cjs"),
      TypeScript: (folder) => deno(folder, "run", "--no-prompt", "--check", "typescript.ts"),
    },
  },
  {
    name: "workerd",
    package: "workerd@1.20261117.1",
    version: (folder) => run(binary(folder, "workerd"), ["--version"]).split(" ")[1]!,
    programs: { ESM: answerOfWorker },
  },
  {
    name: "Chromium",
    missing: () => (existsSync(chromium) ? undefined : `there is no ${chromium}`),
    version: () => run(chromium, ["--version"]).match(/[\d.]+/)![0],
    programs: { ESM: textOfPage },
  },
];

function node(version: string): Runtime {
  const path = (folder: string) =>
    join(folder, "node_modules", `node-${version}`, "bin", platform === "win" ? "node.exe" : "node");
  return {
    name: "Node",
    package: `node-${version}@npm:node-${platform}-${process.arch}@${version}`,
    version: (folder) => run(path(folder), ["--version"]).slice(1),
    programs: {
      ESM: (folder) => run(path(folder), ["esm.mjs"], folder),
      CommonJS: (folder) => run(path(folder), ["cjs.cjs"], folder),
    },
  };
}

function binary(folder: string, name: string): string {
  return join(folder, "node_modules", ".bin", name);
}

function deno(folder: string, ...args: string[]): string {
  return run(binary(folder, "deno"), args, folder, { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" });
}

/** Starts the worker on a free port, which workerd says, and asks it. */
async function answerOfWorker(folder: string): Promise<string> {
  await build({
    entryPoints: [join(folder, "worker.mjs")],
    outfile: join(folder, "worker.bundle.mjs"),
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
  });
  const worker = spawn(binary(folder, "workerd"), ["serve", "worker.capnp", "--control-fd=1"], { cwd: folder });
  try {
    const response = await fetch(`http://127.0.0.1:${await portOf(worker)}/`, { signal: AbortSignal.timeout(30_000) });
    return await response.text();
  } finally {
    worker.kill();
  }
}

function portOf(worker: ChildProcess): Promise<number> {
  return new Promise((found, failed) => {
    worker.stdout!.once("data", (line) => found(JSON.parse(String(line).split("\n")[0]!).port));
    worker.stderr!.once("data", (line) => failed(new Error(String(line))));
    worker.once("error", failed);
  });
}

/** What Chromium shows of a page with the program in it. */
async function textOfPage(folder: string): Promise<string> {
  await build({
    entryPoints: [join(folder, "page.mjs")],
    outfile: join(folder, "page.bundle.js"),
    bundle: true,
    format: "iife",
  });
  const flags = "--headless --no-sandbox --disable-gpu --disable-background-networking --virtual-time-budget=20000";
  const page = pathToFileURL(join(folder, "page.html")).href;
  return run(chromium, [...flags.split(" "), "--dump-dom", page]).replace(/<[^>]*>/g, "");
}

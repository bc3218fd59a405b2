/** The runtimes, each from an npm package at a fixed version, and Debian's Chromium. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { run } from "./run.js";

export interface Runtime {
  name: string;
  /** What npm installs; undefined for what a machine has. */
  packages?: string[];
  /** Whether this machine does not have it. */
  isMissing?: boolean;
  /** The programs of a folder that it runs, by what they are; each prints "works". */
  programs: Record<string, (folder: string) => string | Promise<string>>;
}

const platform = process.platform === "win32" ? "win" : process.platform;
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The last releases of the supported lines, the oldest first. */
export const nodes = ["20.19.6", "22.23.3", "24.21.0", "26.10.0"] as const;

export const runtimes: Runtime[] = [
  ...nodes.map(node),
  {
    name: "Bun",
    packages: ["bun@1.4.5"],
    programs: {
      ESM: (folder) => run(binary(folder, "bun"), ["esm.mjs"], folder),
      CommonJS: (folder) => run(binary(folder, "bun"), ["cjs.cjs"], folder),
      TypeScript: (folder) => run(binary(folder, "bun"), ["typescript.ts"], folder),
    },
  },
  {
    name: "Deno",
    packages: ["deno@2.9.6"],
    programs: {
      ESM: (folder) => deno(folder, "run", "--no-prompt", "esm.mjs"),
      CommonJS: (folder) => deno(folder, "run", "--no-prompt", "--allow-read", "cjs.cjs"),
      TypeScript: (folder) => deno(folder, "run", "--no-prompt", "--check", "typescript.ts"),
    },
  },
  {
    name: "workerd",
    packages: ["workerd@1.20261117.1"],
    programs: { ESM: answerOfWorker },
  },
  {
    name: "Jest",
    packages: ["jest@30.5.2", "jest-environment-jsdom@30.5.2"],
    programs: { jsdom: (folder) => jest(folder, "jsdom"), node: (folder) => jest(folder, "node") },
  },
  {
    name: "Chromium",
    isMissing: !existsSync(chromium),
    programs: { ESM: textOfPage },
  },
];

function node(version: string): Runtime {
  const path = (folder: string) => nodeIn(folder, version);
  return {
    name: `Node ${version}`,
    packages: [`node-${version}@npm:node-${platform}-${process.arch}@${version}`],
    programs: {
      ESM: (folder) => run(path(folder), ["esm.mjs"], folder),
      CommonJS: (folder) => run(path(folder), ["cjs.cjs"], folder),
    },
  };
}

/** One of the Nodes above, as it is installed in a folder. */
export function nodeIn(folder: string, version: string): string {
  return join(folder, "node_modules", `node-${version}`, "bin", platform === "win" ? "node.exe" : "node");
}

function binary(folder: string, name: string): string {
  return join(folder, "node_modules", ".bin", name);
}

function deno(folder: string, ...args: string[]): string {
  return run(binary(folder, "deno"), args, folder, { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" });
}

/** Ends with an error if a test fails. */
function jest(folder: string, environment: string): string {
  run(binary(folder, "jest"), ["--rootDir=jest", `--testRegex=${environment}\\.test\\.cjs`], folder);
  return "works";
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

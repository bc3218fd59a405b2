/** Packs the package into .cache/release and installs the tarball in an empty project, as a consumer would. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { run } from "./run.js";
import { runtimes } from "./runtimes.js";

/** The consumers' compilers: the oldest that zod supports, the last of each major, and the native one; or the one asked for. */
export const TYPESCRIPT_VERSIONS = process.env.TYPESCRIPT ? [process.env.TYPESCRIPT] : ["5.5", "5.9", "6.0", "7.0"];

/** The oldest that compiles what needs no zod. */
export const OLDEST_TYPESCRIPT = "4.9";

declare module "vitest" {
  export interface ProvidedContext {
    tarball: string;
    consumer: string;
  }
}

export default function install({ provide }: TestProject): () => void {
  const release = resolve(".cache/release");
  rmSync(release, { recursive: true, force: true });
  mkdirSync(release, { recursive: true });
  const packed = run("npm", ["pack", "--json", "--silent", "--pack-destination", release]);
  const tarball = join(release, fileNameOf(packed));

  const consumer = mkdtempSync(join(tmpdir(), "leanix-webhook-events-"));
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const compilers = [...new Set([OLDEST_TYPESCRIPT, "5.5", "5.9", "6.0", ...TYPESCRIPT_VERSIONS])].map(
    (version) => `typescript-${version}@npm:typescript@${version}`,
  );
  const zods = ["zod@^4", "zod-oldest@npm:zod@4.1.13"];
  // Unlocked: what its users get today.
  const types = ["types-node-newest@npm:@types/node@latest"];
  const others = runtimes.flatMap((runtime) => runtime.packages ?? []);
  run(
    "npm",
    ["install", "--silent", "--no-audit", "--no-fund", tarball, ...zods, ...types, ...compilers, ...others],
    consumer,
  );
  cpSync("test/published/programs", consumer, { recursive: true });

  provide("tarball", tarball);
  provide("consumer", consumer);
  return () => rmSync(consumer, { recursive: true, force: true });
}

/** npm prints an array of packages, or, from version 12, an object of them by name. */
function fileNameOf(packed: string): string {
  const [entry] = Object.values(
    JSON.parse(packed.slice(packed.search(/^[[{]/m))) as Record<string, { filename: string }>,
  );
  if (entry === undefined) throw new Error("npm pack printed no package");
  return entry.filename;
}

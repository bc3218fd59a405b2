/** Packs the package and installs the tarball in an empty project, as a consumer would. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { run } from "./run.js";

/** The consumers' compilers: the oldest supported, the last of each major, and the native one. */
export const TYPESCRIPT_VERSIONS = ["5.5", "5.9", "6.0", "7.0"] as const;

declare module "vitest" {
  export interface ProvidedContext {
    tarball: string;
    consumer: string;
  }
}

export default function install({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "leanix-webhook-events-"));
  const packed = run("npm", ["pack", "--json", "--silent", "--pack-destination", folder]);
  const tarball = join(folder, fileNameOf(packed));

  const consumer = join(folder, "consumer");
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const compilers = TYPESCRIPT_VERSIONS.map((version) => `typescript-${version}@npm:typescript@${version}`);
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", tarball, "zod@^4", ...compilers], consumer);

  provide("tarball", tarball);
  provide("consumer", consumer);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** npm prints an array of packages, or, from version 12, an object of them by name. */
function fileNameOf(packed: string): string {
  const [entry] = Object.values(
    JSON.parse(packed.slice(packed.search(/^[[{]/m))) as Record<string, { filename: string }>,
  );
  if (entry === undefined) throw new Error("npm pack printed no package");
  return entry.filename;
}

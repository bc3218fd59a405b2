/** The package without zod, in a folder that each package manager has installed. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.js";

export interface PackageManager {
  name: string;
  /** What npx runs. */
  package: string;
  version: string;
  install: string[];
  /** What runs a program of the folder. */
  node: string[];
  /** Of the settings file, if there is one. */
  settings?: string;
}

const yarn = { package: "@yarnpkg/cli-dist", version: "4.18.1", install: ["install", "--no-immutable"] };

export const packageManagers: PackageManager[] = [
  { name: "npm", package: "npm", version: "11.6.4", install: ["install", "--no-audit", "--no-fund"], node: [] },
  { name: "pnpm", package: "pnpm", version: "10.34.9", install: ["install"], node: [] },
  // Its cache knows a tarball by name and version alone, and may hold an earlier build of the same version.
  { name: "yarn 1", package: "yarn", version: "1.22.22", install: ["install", "--cache-folder", ".cache"], node: [] },
  { ...yarn, name: "yarn, node-modules", node: [], settings: "nodeLinker: node-modules\n" },
  { ...yarn, name: "yarn, pnp", node: ["node"], settings: "nodeLinker: pnp\n" },
];

/** What the program prints in a folder of its own, or why it does not. */
export function withoutZod(manager: PackageManager, tarball: string, root: string): string {
  const folder = join(root, manager.name.replace(/\W+/g, "-"));
  mkdirSync(folder);
  const packed = join(folder, "leanix-webhook-events.tgz");
  cpSync(tarball, packed);
  for (const program of ["check.mjs", "without-zod.mjs"])
    cpSync(join("test/published/programs", program), join(folder, program));
  const dependencies = { "leanix-webhook-events": "file:./leanix-webhook-events.tgz" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, dependencies }));
  // Its own lock file says where the project begins, and so does its settings file.
  writeFileSync(join(folder, "yarn.lock"), "");
  if (manager.settings) writeFileSync(join(folder, ".yarnrc.yml"), manager.settings);
  const command = (...args: string[]) =>
    run(
      "npx",
      ["--yes", "--package", `${manager.package}@${manager.version}`, "--", commandOf(manager), ...args],
      folder,
    );
  command(...manager.install);
  if (manager.node.length > 0) return command(...manager.node, "without-zod.mjs");
  return run(process.execPath, ["without-zod.mjs"], folder);
}

function commandOf({ package: name }: PackageManager): string {
  return name === "@yarnpkg/cli-dist" ? "yarn" : name;
}

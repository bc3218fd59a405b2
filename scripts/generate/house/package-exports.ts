/**
 * The `exports` of package.json and its `typesVersions`: every subpath, so that none is forgotten; and the addresses that follow
 * from `repository`, which the owner sets.
 */
import { readFileSync } from "node:fs";
import { entriesByHand } from "../../entries.js";

export function printPackage(categories: readonly string[]): string {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, unknown>;
  const { index, ...entries } = Object.fromEntries(
    [...entriesByHand(), ...categories].map((name) => [name, targetsOf(name)]),
  );
  manifest.exports = {
    ".": index,
    ...Object.fromEntries(Object.entries(entries).map(([name, targets]) => [`./${name}`, targets])),
    // Types alone: there is nothing to load.
    "./callback": { types: "./types/callback.d.cts" },
    "./schemas/*.json": "./schemas/*.json",
    "./examples/payloads/*.json": "./examples/payloads/*.json",
    "./package.json": "./package.json",
  };
  // What TypeScript below 6.0 reads with `module: commonjs`, where it does not know `exports`.
  const declarations = Object.keys(entries).map((name) => [name, [`./dist/${name}.d.cts`]]);
  manifest.typesVersions = { "*": { ...Object.fromEntries(declarations), callback: ["./types/callback.d.cts"] } };
  Object.assign(manifest, addressesOf(manifest.repository));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function targetsOf(name: string) {
  return {
    import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  };
}

/** Of a repository on GitHub, `{ "type": "git", "url": "git+https://github.com/owner/name.git" }`. */
export function addressesOf(repository: unknown): { homepage?: string; bugs?: string } {
  const [, address] = /^git\+(https:.+)\.git$/.exec((repository as { url?: string } | undefined)?.url ?? "") ?? [];
  return address === undefined ? {} : { homepage: `${address}#readme`, bugs: `${address}/issues` };
}

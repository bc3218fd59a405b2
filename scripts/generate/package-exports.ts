/** The `exports` of package.json: every subpath, so that none is forgotten. */
import { readFileSync } from "node:fs";

export function printPackage(categories: readonly string[]): string {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, unknown>;
  manifest.exports = {
    ".": entry("index"),
    "./zod": entry("zod"),
    "./examples": entry("examples"),
    "./receiver": entry("receiver"),
    "./testing": entry("testing"),
    "./pull": entry("pull"),
    "./drift": entry("drift"),
    // Types alone: there is nothing to load.
    "./callback": { types: "./types/callback.d.cts" },
    ...Object.fromEntries(categories.map((category) => [`./${category}`, entry(category)])),
    "./schemas/*.json": "./schemas/*.json",
    "./examples/payloads/*.json": "./examples/payloads/*.json",
    "./package.json": "./package.json",
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function entry(name: string) {
  return {
    import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  };
}

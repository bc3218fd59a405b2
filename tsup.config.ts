import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";
import { entries } from "./scripts/entries.js";

/** What is bundled with the command line, so that the package has no dependencies. */
const bundled = ["commander", "leven", "jsonc-parser"];

function licenceOf(name: string): string {
  const file = { commander: "LICENSE", leven: "license", "jsonc-parser": "LICENSE.md" }[name];
  return `${name}\n\n${readFileSync(`node_modules/${name}/${file}`, "utf8").trim()}`;
}

/** Nothing is built if PREBUILT is set: a run of many scripts has built before, and hands dist on to each. */
const builds = defineConfig([
  {
    entry: entries(),
    format: ["esm", "cjs"],
    // tsup sets baseUrl for declarations, which TypeScript 6 deprecates. Files are read in an order that varies from build
    // to build: without a stable ordering, so does the order of a union's constituents.
    dts: { compilerOptions: { ignoreDeprecations: "6.0", stableTypeOrdering: true, stripInternal: true } },
    target: "es2022",
    platform: "neutral",
    external: ["zod"],
    splitting: true,
    treeshake: true,
    clean: ["!cli.js"],
  },
  {
    entry: { cli: "src/cli.ts" },
    format: "esm",
    target: "node20",
    platform: "node",
    noExternal: bundled,
    // jsonc-parser's `main` requires its own files in a way that no bundler follows.
    esbuildOptions: (options) => {
      options.mainFields = ["module", "main"];
    },
    // commander is CommonJS and requires Node's modules.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
    footer: { js: `/*\n${bundled.map(licenceOf).join("\n\n")}\n*/` },
    clean: false,
  },
]);

export default process.env.PREBUILT ? [] : builds;

import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";

const categories = readdirSync("src/events")
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => name !== "catalogue");

export default defineConfig({
  entry: {
    index: "src/index.ts",
    zod: "src/zod.ts",
    examples: "src/examples.ts",
    ...Object.fromEntries(categories.map((category) => [category, `src/events/${category}.ts`])),
  },
  format: ["esm", "cjs"],
  // tsup sets baseUrl for declarations, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  target: "es2022",
  platform: "neutral",
  external: ["zod"],
  splitting: true,
  treeshake: true,
  clean: true,
});

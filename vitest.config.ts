import { configDefaults, defineConfig } from "vitest/config";

/** The tests that zod has a part in also run with the oldest version that the peer range allows. */
const oldestZod = process.env.ZOD === "oldest";

/** This folder as a glob: coverage globs match anywhere in an absolute path, and a clone may lie under another `src`. */
const root = import.meta.dirname.replaceAll("\\", "/").replace(/[!()*+?@[\]{}]/g, "\\$&");

export default defineConfig({
  resolve: { alias: oldestZod ? { zod: "zod-oldest" } : {} },
  test: {
    // Longer than any test takes on a machine that is busy with something else.
    testTimeout: 120_000,
    include: oldestZod ? ["test/parse/equivalence.test.ts", "test/{examples,zod}.test.ts"] : ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/{consumers,languages,published}/**"],
    coverage: {
      provider: "v8",
      include: [`${root}/src/**`],
      // The entry of the command line is run in processes of its own.
      exclude: [`${root}/src/generated/**`, `${root}/src/cli.ts`],
      thresholds: { 100: true },
    },
  },
});

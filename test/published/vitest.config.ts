import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/published/**/*.test.ts"],
    globalSetup: "test/published/install.ts",
    // Longer than any test takes on a machine that is busy with something else.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

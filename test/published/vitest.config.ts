import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/published/**/*.test.ts"],
    globalSetup: "test/published/install.ts",
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});

import { expect, test, vi } from "vitest";

test("with zod 3, the zod schemas say what to install", async () => {
  vi.doMock("zod", async (original) => ({ ...(await original<object>()), registry: undefined }));
  await expect(import("../src/zod.js")).rejects.toThrow(/^leanix-webhook-events: .* npm install zod@4$/);
});

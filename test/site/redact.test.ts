import fc from "fast-check";
import { expect, test } from "vitest";
import { redacted } from "../../site/playground/take-along/redact.js";
import { safeParseWebhookEvent } from "../../src/index.js";
import { examples } from "../examples.js";

test.each(examples)("$file stays the event that it is", ({ body }) => {
  const [before, after] = [safeParseWebhookEvent(body), safeParseWebhookEvent(redacted(body))];
  expect(after.data?.type).toBe(before.data?.type);
});

test("no text, number or key of the body is left", () => {
  const secret = fc.stringMatching(/^[a-z]{5}[0-9]{3}$/).map((text) => `hunter ${text}`);
  const key = fc.oneof(secret, fc.constantFrom("type", "payload", "name", "factSheet", "fields"));
  const body = fc.object({ key, values: [secret, fc.integer({ min: 1000 })], maxDepth: 4 });
  fc.assert(
    fc.property(body, (value) => {
      expect(redacted(value)).not.toMatch(/hunter|[0-9]{4}/);
    }),
  );
});

test("what is wrong stays wrong", () => {
  const body = {
    type: "FactSheetViewedEvent",
    id: 7,
    workspaceId: "",
    factSheetId: "a",
    createdAt: "2026-13-45 25:00",
  };
  const text = redacted(body);
  expect(JSON.parse(text)).toMatchObject({ workspaceId: "", createdAt: "9999-99-99 99:99" });
  expect(safeParseWebhookEvent(text).error?.message).toBe(safeParseWebhookEvent(body).error?.message);
});

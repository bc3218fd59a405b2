import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { entries } from "../scripts/entries.js";
import { printPublicApi, publicApiFile } from "../scripts/generate/house/public-api.js";

test("the committed list says what the package exports; `npm run generate` writes it", () => {
  expect(printPublicApi(entries())).toBe(readFileSync(publicApiFile, "utf8"));
});

import assert from "node:assert/strict";
import { exampleBody, withDrift, withFault } from "../bodies.js";
import type { Page } from "../types.js";
import { type Checks, enter, open, sees, shownText } from "./page.js";

/** What is given away, by its tab. */
const given = {
  TypeScript: "export interface FactSheetUpdatedEvent",
  zod: "factSheetUpdatedPayloadSchema.safeParse(body)",
  handler: "const { factSheet } = payload",
  "JSON Schema": "json-schema.org/draft/2020-12",
  "draft-07": "json-schema.org/draft-07",
  "draft-04": "json-schema.org/draft-04",
  "Python, Go": "datamodel-codegen --input fact-sheet-updated.json",
  test: "expect(response.status).toBe(204)",
  curl: "curl -i",
  send: "npx leanix-webhook-events send -",
  redacted: "text (8)",
};

export const gives: Checks = {
  async "it gives code and commands away"(page, site) {
    await open(page, site, "#example=fact-sheet-updated");
    await page.click("text=Take it along");
    for (const [tab, code] of Object.entries(given)) {
      await page.click(`.chips >> text="${tab}"`);
      await sees(page, code);
    }
    await page.click('.chips >> text="without $ref"');
    await sees(page, '"title": "FactSheetUpdatedPayload"');
    assert.doesNotMatch(await code(page), /\$ref/);
    await enter(page, site, withFault);
    await page.click("text=Take it along");
    await page.click('.chips >> text="test"');
    await sees(page, "toBe(202)");
  },
  async "a redacted body holds no value, and differs in the same way"(page, site) {
    const secret = { ...exampleBody("fact-sheet-updated"), Hunter2: "hunter2 is here", rev: "2025-02-11 at 8" };
    for (const body of [secret, { type: "Hunter2Event", hunter2: "hunter2" }, { type: "TodoCreatedEvent", id: 7 }]) {
      await enter(page, site, JSON.stringify(body));
      await page.click("text=Take it along");
      await page.click('.chips >> text="redacted"');
      await sees(page, '"type": "');
      assert.doesNotMatch(await code(page), /hunter2|Tallyman|Application|087930f9|2025/i);
    }
    assert.match(await code(page), /"TodoCreatedEvent"/, "the name of an event that is not known is worth a report");
  },
  async "the drift report is copied whole, and it is said where it goes"(page, site) {
    await enter(page, site, JSON.stringify({ ...exampleBody("document-deleted"), documentId: 7, extra: 1 }));
    await sees(page, "Copy the drift report", "an issue of this project");
    await page.evaluate(
      `void (navigator.clipboard.writeText = async (text) => { document.body.dataset.copied = text; })`,
    );
    await page.click("text=Copy the drift report");
    await sees(page, "Copied");
    const copied = await page.evaluate<string>("document.body.dataset.copied");
    const findings: { path: string; kind: string }[] = JSON.parse(copied);
    const found = new Set(findings.map(({ kind, path }) => `${kind} ${path}`));
    for (const one of ["OTHER_TYPE documentId", "UNKNOWN_FIELD extra", "GUESSED_FIELD documentName"])
      assert.ok(found.has(one), one);
  },
  async "an address names an example and what is open, and holds no body"(page, site) {
    await open(page, site, "#example=comment-created&view=zod");
    await sees(page, "1 valid", "COMMENT_CREATED", "commentCreatedPayloadSchema.safeParse(body)");
    await page.click('.chips >> text="send"');
    assert.equal(await page.evaluate("location.hash"), "#example=comment-created&view=send");
    await page.fill("#body", withFault);
    await sees(page, "1 refused");
    await page.click("text=Take it along");
    await page.click('.chips >> text="curl"');
    assert.equal(await page.evaluate("location.href"), `${site}/playground/index.html`);
  },
  async "a fact sheet is a link if the workspace is known, which stays in the browser"(page, site) {
    await enter(page, site, withDrift);
    await page.selectOption("#example", "fact-sheet-updated");
    await sees(page, "Tallyman (Application)");
    const { id } = exampleBody("fact-sheet-updated").factSheet as { id: string };
    for (const [entered, expected] of [
      ["https://acme.leanix.net/Acme/", `https://acme.leanix.net/Acme/factsheet/Application/${id}`],
      ["javascript:alert(1)", undefined],
    ]) {
      await page.fill("#workspace", entered!);
      await page.press("#workspace", "Enter");
      await page.waitForSelector("#result:not(.stale)");
      assert.equal(await page.evaluate("document.querySelector('dd a')?.href"), expected);
    }
  },
};

function code(page: Page): Promise<string> {
  return shownText(page, ".chips ~ pre");
}

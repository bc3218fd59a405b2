import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import type { Browser } from "./types.js";

const cut = `[...document.querySelectorAll(".vp-doc table")]
  .filter((table) => table.scrollWidth > table.clientWidth).map(({ textContent }) => textContent.slice(0, 60))`;

/** No table of an event's page is cut at its edge. */
export async function checkPages(browser: Browser, site: string): Promise<void> {
  for (const width of [390, 800, 1280, 1600]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const file of readdirSync("docs/events")) {
      await page.goto(`${site}/events/${file.replace(/md$/, "html")}`);
      assert.deepEqual(await page.evaluate(cut), [], `${file}, ${width} pixels wide`);
    }
    await page.close();
    console.log(`browser: no table of an event is cut, ${width} pixels wide`);
  }
}

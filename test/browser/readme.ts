import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Browser } from "./types.js";

/** As npm's page sets a README, whose column is this wide at most. */
const width = 770;
const style = `<style>
  body { margin: 0; font: 16px/1.5 sans-serif }
  code { font: 14px monospace }
  pre { margin: 0; padding: 16px; overflow: auto }
  table { display: block; overflow: auto; border-collapse: collapse }
  td, th { padding: 6px 13px; border: 1px solid }
  img { max-width: 100% }
</style>`;

/** Nothing of the README is cut on npm's page. */
export async function checkReadme(browser: Browser): Promise<void> {
  const MarkdownIt = createRequire(resolve("node_modules/typedoc/package.json"))("markdown-it");
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(style + new MarkdownIt({ html: true }).render(readFileSync("README.md", "utf8")));
  const boxes = await page.evaluate<{ text: string; isCut: boolean }[]>(
    `[document.documentElement, ...document.querySelectorAll("pre, table")].map((box) =>
      ({ text: box.textContent.slice(0, 90), isCut: box.scrollWidth > box.clientWidth }))`,
  );
  await page.close();
  assert.ok(boxes.length > 10, "tables and code of README.md");
  assert.deepEqual(
    boxes.filter(({ isCut }) => isCut).map(({ text }) => text),
    [],
    `README.md, ${width} pixels wide: cut`,
  );
  console.log(`browser: no table and no code of README.md is cut, ${width} pixels wide`);
}

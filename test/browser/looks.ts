import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { kinds } from "./kinds.js";
import type { Browser, Page } from "./types.js";

const axe = readFileSync("site/node_modules/axe-core/axe.min.js", "utf8");
const budget = { kilobytes: 180, requests: 12, shift: 0.02 };

/** Each kind of page is small, stands still, has its head, can be used by everybody, and fits a phone. */
export async function checkLooks(browser: Browser, site: string, folder: string, only = ""): Promise<void> {
  for (const [kind, path] of Object.entries(kinds)) {
    if (!kind.includes(only)) continue;
    await checkWeight(browser, site, folder, kind, path);
    for (const colorScheme of ["light", "dark"])
      for (const width of [390, 1440]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
        await page.goto(`${site}${path}`);
        // The error page is drawn by its script.
        await page.waitForSelector("main");
        const at = `${kind}, ${colorScheme}, ${width} pixels wide`;
        assert.deepEqual(await faults(page), [], at);
        assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), `${at}: wider than that`);
        assert.deepEqual(await page.evaluate(cutTables), [], `${at}: a table is cut`);
        if (width === 1440 && kind !== "API function")
          assert.deepEqual(await page.evaluate(cutCode), [], `${at}: code is cut`);
        await page.close();
      }
    await checkPrint(browser, `${site}${path}`, kind);
    console.log(
      `browser: ${kind}: no fault for axe, light and dark, on a phone and wide; nothing is cut, on paper neither`,
    );
  }
}

const cutTables = `[...document.querySelectorAll(".vp-doc table")]
  .filter((table) => table.scrollWidth > table.clientWidth).map(({ textContent }) => textContent.slice(0, 60))`;
const cutCode = `[...document.querySelectorAll(".vp-doc .language-ts pre, .vp-doc .language-sh pre")]
  .filter((pre) => pre.offsetParent && pre.scrollWidth > pre.clientWidth)
  .flatMap(({ textContent }) => textContent.split("\\n").filter((line) => line.length > 84))`;

/** On paper there is no navigation, nothing is cut, and what is folded is read. */
async function checkPrint(browser: Browser, url: string, kind: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 700, height: 1000 } });
  await page.goto(url);
  await page.waitForSelector("main");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.evaluate(onPaper), [], `${kind}, printed`);
  await page.close();
}

const onPaper = `[
  ...[...document.querySelectorAll("header, nav, .VPSidebar, .aside, .copy")].filter((part) => part.checkVisibility()),
  ...[...document.querySelectorAll("main pre, .vp-doc table")].filter((part) =>
    part.checkVisibility() && (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 1)),
  ...[...document.querySelectorAll(".vp-doc details li")].filter((part) => !part.checkVisibility()),
].map(({ outerHTML }) => outerHTML.slice(0, 120))`;

/** What axe finds, each with the first place. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + " x" + nodes.length + ": " + nodes[0].html.slice(0, 200)))`);
}

async function checkWeight(browser: Browser, site: string, folder: string, kind: string, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site}${path}`, { waitUntil: "networkidle" });
  const files = asked
    .filter((url) => url.startsWith(site))
    .map((url) => join(folder, decodeURIComponent(new URL(url).pathname)));
  const bytes = files.map((file) => gzipSync(readFileSync(existsSync(file) ? file : join(folder, "404.html"))).length);
  const kilobytes = Math.round(bytes.reduce((sum, one) => sum + one, 0) / 1000);
  const shift = await page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 100);
  })`);
  const head = await page.evaluate<Record<string, string | null>>(`Object.fromEntries(
    ["meta[name=description]", "meta[property='og:image']", "link[rel=canonical]", "link[rel=icon]", "main"]
      .map((selector) => [selector, ((found) => found && (found.content ?? found.href ?? "there"))(document.querySelector(selector))]))`);
  await page.close();
  const measured = `${kind}: ${kilobytes} kB gz, ${asked.length} requests, layout shift ${shift.toFixed(4)}`;
  console.log(`browser: ${measured}`);
  assert.ok(kilobytes <= budget.kilobytes && asked.length <= budget.requests && shift < budget.shift, measured);
  const lacks = Object.entries(head).filter(([, content]) => !content);
  const needless = kind === "no such page" ? ["meta[property='og:image']", "link[rel=canonical]"] : [];
  assert.deepEqual(
    lacks.map(([selector]) => selector).filter((one) => !needless.includes(one)),
    [],
    `${kind}: lacks`,
  );
}

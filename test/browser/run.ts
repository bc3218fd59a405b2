/**
 * Tests the built pages in Chromium; skipped on a machine without it. `--screenshots` only writes a picture of each kind
 * of page to .cache/screenshots: look at them before you commit.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { checkClicks } from "./clicks.js";
import { checkLinks } from "./links.js";
import { checkLooks } from "./looks.js";
import { checkPages } from "./pages.js";
import { checkPlayground } from "./playground/run.js";
import { checkReadme } from "./readme.js";
import { takeScreenshots } from "./screenshots.js";
import { checkSearch } from "./search.js";
import { serve } from "./serve.js";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

if (existsSync(executablePath)) await run();
else console.log(`browser: skipped, there is no ${executablePath} on this machine`);

async function run(): Promise<void> {
  const { chromium } = createRequire(resolve("site/package.json"))("playwright-core");
  const folder = "site/.vitepress/dist";
  const site = await serve(folder);
  const browser = await chromium.launch({ executablePath, args: flags.split(" ") });
  try {
    if (process.argv.includes("--screenshots")) return await takeScreenshots(browser, site.url);
    const [only, which] = process.argv.slice(2);
    if (!only || only === "links") checkLinks(folder);
    if (!only || only === "clicks") await checkClicks(browser, site.url);
    if (!only || only === "search") await checkSearch(browser, site.url);
    if (!only || only === "looks") await checkLooks(browser, site.url, folder, which);
    if (!only || only === "readme") await checkReadme(browser);
    if (!only || only === "pages") await checkPages(browser, site.url);
    if (!only || only === "playground") await checkPlayground(browser, site.url, which);
  } finally {
    await browser.close();
    site.close();
  }
}

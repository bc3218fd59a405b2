import { mkdirSync } from "node:fs";
import { kinds } from "./kinds.js";
import { states } from "./states.js";
import type { Browser } from "./types.js";

const folder = ".cache/screenshots";

/** Writes each kind of page, light and dark, wide and as a phone shows it: what is seen first, and on a phone the whole page. */
export async function takeScreenshots(browser: Browser, site: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [kind, path] of Object.entries(kinds))
    for (const colorScheme of ["light", "dark"])
      for (const width of [390, 1440]) {
        const viewport = { width, height: width === 390 ? 844 : 900 };
        const page = await browser.newPage({ colorScheme, viewport, reducedMotion: "reduce" });
        await page.goto(`${site}${path}`, { waitUntil: "networkidle" });
        await page.screenshot({ path: `${folder}/${kind.replaceAll(" ", "-")}-${width}-${colorScheme}.png` });
        await page.close();
      }
  await takeStates(browser, site);
  for (const colorScheme of ["light", "dark"]) await takeForReadme(browser, site, colorScheme);
  await takeCard(browser, site);
  console.log(`browser: screenshots are in ${folder}; README's and the card are written`);
}

/** The playground in each of its states: the whole page. */
async function takeStates(browser: Browser, site: string): Promise<void> {
  for (const [state, text] of Object.entries(states))
    for (const [width, colorScheme] of [
      [390, "dark"],
      [1440, "light"],
    ]) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
      await page.goto(`${site}/playground/index.html`);
      await page.waitForSelector("[data-read]");
      await page.fill("#body", text);
      await page.waitForSelector("#result:not(.stale) > *");
      const file = `playground-${state}-${width}-${colorScheme}.png`.replaceAll(" ", "-");
      await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
      await page.close();
    }
}

/** The playground with a marked fault. */
async function takeForReadme(browser: Browser, site: string, colorScheme: string): Promise<void> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 760 }, reducedMotion: "reduce" });
  await page.goto(`${site}/playground/index.html#example=wrong`, { waitUntil: "networkidle" });
  await page.waitForSelector("mark");
  await page.screenshot({ path: `docs/images/playground-${colorScheme}.png` });
  await page.close();
}

/** What chats show beside a link to the site. */
async function takeCard(browser: Browser, site: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await page.goto(`${site}/index.html`);
  await page.evaluate(
    `document.body.innerHTML = '<div style="position:fixed;inset:0;padding:80px;background:#16181d;color:#f0f3f6;font-family:Inter,sans-serif"><p style="font-size:64px;font-weight:700;line-height:1.2;margin:0">leanix-webhook-events</p><p style="font-size:34px;line-height:1.4;margin:24px 0 56px">Types, validators and JSON Schemas<br>for every SAP LeanIX webhook event</p><pre style="font:26px/1.6 monospace;color:#ff9492;margin:0;white-space:pre-wrap">FACT_SHEET_UPDATED: factSheet.relations[3].toId:<br>expected non-empty string, received number</pre></div>'`,
  );
  await page.screenshot({ path: "site/public/card.png" });
  await page.close();
}

import { mkdirSync } from "node:fs";
import { kinds } from "./kinds.js";
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
  console.log(`browser: screenshots are in ${folder}`);
}

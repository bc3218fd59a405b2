import { withDrift, withFault } from "./bodies.js";
import type { Browser } from "./types.js";

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const shots: [name: string, path: string, body?: string][] = [
  ["start", "/index.html"],
  ["event", "/events/comment-deleted.html"],
  ["playground-error", "/playground/index.html", withFault],
  ["playground-drift", "/playground/index.html", withDrift],
];

/** Writes docs/images/<page>-<width>.png. */
export async function takeScreenshots(browser: Browser, site: string): Promise<void> {
  for (const [width, viewport] of Object.entries(widths)) {
    for (const [name, path, body] of shots) {
      const page = await browser.newPage({ viewport, reducedMotion: "reduce" });
      await page.goto(`${site}${path}`);
      if (body) {
        await page.fill("#body", body);
        await page.waitForSelector("dl");
        if (width === "phone") await page.evaluate(`document.getElementById("result-heading").scrollIntoView()`);
      }
      await page.screenshot({ path: `docs/images/${name}-${width}.png` });
      await page.close();
    }
  }
}

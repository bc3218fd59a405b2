import { withDrift, withFault } from "./bodies.js";
import type { Browser } from "./types.js";

const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
/** An event page is shown as far as its fields. */
const eventHeight = 1300;
const shots: [name: string, path: string, body?: string][] = [
  ["start", "/index.html"],
  ["event", "/events/comment-deleted.html"],
  ["playground-error", "/playground/index.html", withFault],
  ["playground-drift", "/playground/index.html", withDrift],
];

/** Writes docs/images/<page>-<width>.png, and one in the dark. */
export async function takeScreenshots(browser: Browser, site: string): Promise<void> {
  for (const [width, viewport] of Object.entries(widths)) {
    for (const shot of shots)
      await take(shot, width, { viewport: shot[0] === "event" ? { ...viewport, height: eventHeight } : viewport });
  }
  await take(["playground-error", "/playground/index.html", withFault], "dark", {
    viewport: widths.desktop,
    colorScheme: "dark",
  });

  async function take([name, path, body]: (typeof shots)[number], suffix: string, options: object): Promise<void> {
    const page = await browser.newPage({ reducedMotion: "reduce", ...options });
    await page.goto(`${site}${path}`);
    if (body) {
      await page.fill("#body", body);
      await page.waitForSelector("dl");
      if (body === withDrift && suffix === "phone")
        await page.evaluate(`document.getElementById("result-heading").scrollIntoView()`);
    }
    await page.screenshot({ path: `docs/images/${name}-${suffix}.png` });
    await page.close();
  }
}

/** Each kind of visitor finds their page in two clicks: from the first page, and from the page of an event. */
import type { Browser } from "./types.js";

/** The links that are clicked, one after the other, and the heading of the page that is found. */
type Way = [links: string[], heading: string];

const fromFirstPage: Readonly<Record<string, Way>> = {
  "a TypeScript receiver": [["Start in five minutes", "Azure Functions"], "Azure Functions"],
  "a zod user": [["Schemas of each event"], "zod"],
  "another language": [["ten languages", "Python"], "Python"],
  operations: [["Troubleshooting", "after an outage"], "After an outage"],
  "a contributor": [["Contributing"], "Contributing"],
  "a LeanIX administrator": [["Set up the webhook"], "Set it up in LeanIX"],
};

/** The link in the sidebar, after "Guide" in the bar. */
const fromAnEvent: Readonly<Record<string, string>> = {
  "a TypeScript receiver": "Receiving",
  "a zod user": "zod",
  "another language": "Other languages",
  operations: "Troubleshooting",
  "a contributor": "Contributing",
  "a LeanIX administrator": "Set it up in LeanIX",
};

export async function checkClicks(browser: Browser, site: string): Promise<void> {
  for (const [visitor, [links, heading]] of Object.entries(fromFirstPage)) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site}/index.html`, { waitUntil: "networkidle" });
    for (const link of links) await page.click(`main a:text("${link}")`);
    await page.waitForSelector(`h1:text("${heading}")`);
    await page.goto(`${site}/events/comment-created.html`, { waitUntil: "networkidle" });
    await page.click('.VPNavBarMenu >> text="Guide"');
    await page.click(`.VPSidebar a >> text="${fromAnEvent[visitor]}"`);
    await page.waitForSelector(`h1:text("${fromAnEvent[visitor]}")`);
    await page.close();
    const ways = [links, ["Guide", fromAnEvent[visitor]]].map((way) => way.join(" → "));
    console.log(`browser: ${visitor}: ${ways.join("; from an event ")}`);
  }
}

import assert from "node:assert/strict";
import type { Browser } from "../types.js";
import { gives } from "./gives.js";
import { open, shownText } from "./page.js";
import { reach } from "./reach.js";
import { reads } from "./reads.js";
import { says } from "./says.js";

const checks = { ...reads, ...says, ...gives, ...reach };

/** Each thing that the playground promises: on a phone in light and dark, because there is the least room. */
export async function checkPlayground(browser: Browser, site: string, only = ""): Promise<void> {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    for (const [name, check] of Object.entries(checks)) {
      if (!name.includes(only)) continue;
      await check(page, site);
      console.log(`browser: ${colorScheme}: ${name}`);
    }
    await open(page, site);
    const elsewhere = asked.filter((url) => !/^(?:blob|about):/.test(url) && !url.startsWith(site));
    assert.deepEqual(elsewhere, [], "requests that left the site");
    const own = errors.filter((error) => !/planted|example\.com|icon\.svg|index\.html/.test(error));
    assert.deepEqual(own, [], "errors, such as what the security policy refuses");
    await page.close();
  }
  await checkWithoutScript(browser, site);
}

/** Without JavaScript a sentence says what else there is, and nothing is offered that does nothing. */
async function checkWithoutScript(browser: Browser, site: string): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site}/playground/index.html`);
  const text = await shownText(page, "body");
  assert.match(text, /This page needs JavaScript.*npx leanix-webhook-events validate/s);
  assert.doesNotMatch(text, /Reading|Result|Format|Choose/);
  await page.close();
  console.log("browser: without JavaScript there is a sentence");
}

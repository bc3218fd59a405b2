/** What the site's search shows first. */
import assert from "node:assert/strict";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes } from "../../src/index.js";
import type { Browser, Page } from "./types.js";

const PATIENCE_MS = 5_000;

/** The page that somebody who types this looks for. */
const wanted: Readonly<Record<string, string>> = {
  retry: "/receiving.html#when-leanix-retries",
  hmac: "/security.html#no-hmac-signature",
  deactivated: "/troubleshooting.html#the-webhook-was-deactivated",
  docker: "/platforms/docker.html",
  migrate: "/by-hand.html#migrate-in-four-steps",
  UNEXPECTED_SHAPE: "/troubleshooting.html#an-event-is-unknown",
  wrapped: "/events-and-narrowing.html#wrapped-events",
  azure: "/platforms/azure-functions.html",
  lambda: "/platforms/aws-lambda.html",
  "401": "/troubleshooting.html#every-delivery-is-answered-401",
  duplicates: "/order.html",
};

export async function checkSearch(browser: Browser, site: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site}/start.html`, { waitUntil: "networkidle" });
  await page.click(".DocSearch-Button");
  await page.waitForSelector("#localsearch-input");
  for (const [words, found] of Object.entries(wanted)) {
    await findsFirst(page, words, found);
    console.log(`browser: search: ${words}: ${found}`);
  }
  for (const type of eventTypes)
    for (const name of new Set([type, ...eventCatalog[type].wireNames]))
      await findsFirst(page, name, `/events/${kebabCase(type)}.html`);
  console.log("browser: search: each event is found by its name and by its class name");
  await page.close();
}

async function findsFirst(page: Page, words: string, wanted: string): Promise<void> {
  await page.fill("#localsearch-input", words);
  const first = await page.evaluate<string>(`new Promise((found) => {
    const end = Date.now() + ${PATIENCE_MS};
    const look = () => {
      const { pathname = "nothing", hash = "" } = document.querySelector(".VPLocalSearchBox .result") ?? {};
      if ((pathname + hash).startsWith(${JSON.stringify(wanted)}) || Date.now() > end) found(pathname + hash);
      else setTimeout(look, 50);
    };
    look();
  })`);
  assert.ok(first.startsWith(wanted), `${words}: ${first}`);
}

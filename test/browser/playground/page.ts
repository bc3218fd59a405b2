import type { Page } from "../types.js";

/** What is checked, by what the playground promises. Each opens the page as it needs it. */
export type Checks = Record<string, (page: Page, site: string) => Promise<void>>;

/** Opens the page anew, so that nothing is left of what was entered before. */
export async function enter(page: Page, site: string, text: string): Promise<void> {
  await open(page, site);
  await page.fill("#body", text);
}

/** An address that differs in its hash alone would not load the page. */
export async function open(page: Page, site: string, hash = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${site}/playground/index.html${hash}`);
  await page.waitForSelector("[data-read]");
}

/** Each text is on the page and visible. */
export async function sees(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) await page.waitForSelector(`:text(${JSON.stringify(text)}) >> visible=true`);
}

/** The text of an element as it is shown. */
export function shownText(page: Page, selector: string): Promise<string> {
  return page.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText`);
}

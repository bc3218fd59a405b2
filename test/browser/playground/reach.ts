import assert from "node:assert/strict";
import { withFault } from "../bodies.js";
import { faults } from "../looks.js";
import { states } from "../states.js";
import { type Checks, enter, open, sees, shownText } from "./page.js";

export const reach: Checks = {
  async "everything is within reach of the keyboard"(page, site) {
    await enter(page, site, withFault);
    await sees(page, "1 refused");
    await page.evaluate(`document.querySelector(".title").focus()`);
    const reached: string[] = [];
    for (let tab = 0; tab < 26; tab++) {
      await page.keyboard.press("Tab");
      const place = `(({ id, ariaLabel, textContent }) => id || ariaLabel || textContent.trim())(document.activeElement)`;
      reached.push(await page.evaluate<string>(place));
    }
    const expected = [
      ...["Playground", "dark", "wrong", "example", "body", "format", "file", "workspace", "FACT_SHEET_VIEWED"],
      ...["Line 8, column 18", "Every field, with what it means"],
    ];
    const order = expected.map((place) => reached.indexOf(place));
    assert.ok(!order.includes(-1), `out of reach: ${expected.filter((place) => !reached.includes(place))}`);
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );
    await page.evaluate(`document.getElementById("example").focus()`);
    await page.keyboard.press("ArrowDown");
    await sees(page, "1 body: 1 valid", "AUTOMATION_TRIGGERED");
  },
  async "what it gives away opens with the keyboard"(page, site) {
    await enter(page, site, withFault);
    await sees(page, "1 refused");
    await page.press("text=Take it along", "Enter");
    await sees(page, "export interface FactSheetViewedEvent");
    await page.press('.chips >> text="JSON Schema"', "Enter");
    await sees(page, '"https://json-schema.org/draft/2020-12/schema"');
  },
  async "the switch changes colours, and the other pages know"(page, site) {
    await open(page, site);
    const before = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await page.press("#dark", "Space");
    assert.notEqual(await page.evaluate("getComputedStyle(document.body).backgroundColor"), before);
    const isDark = await page.evaluate("document.documentElement.classList.contains('dark')");
    assert.equal(await page.evaluate("localStorage.getItem('vitepress-theme-appearance')"), isDark ? "dark" : "light");
    await page.press("#dark", "Space");
    assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), before);
  },
  async "a planted fetch is refused, in the worker, too"(page, site) {
    await open(page, site);
    const fetchIt = `fetch(URL).then(() => "sent", (error) => String(error))`;
    for (const url of [JSON.stringify("https://example.com/"), JSON.stringify("./icon.svg")]) {
      assert.match(await page.evaluate<string>(fetchIt.replace("URL", url)), /TypeError/);
    }
    const [worker] = page.workers();
    assert.ok(worker, "there is a worker");
    const own = await page.evaluate<string>("location.origin");
    assert.match(
      await worker.evaluate<string>(fetchIt.replace("URL", JSON.stringify(`${own}/index.html`))),
      /TypeError/,
    );
  },
  async "on a phone the result is in sight after a paste, and the fault is spoken"(page, site) {
    await enter(page, site, withFault);
    for (const key of ["Control+A", "Control+C"]) await page.press("#body", key);
    await open(page, site);
    for (const key of ["Control+A", "Control+V"]) await page.press("#body", key);
    await sees(page, "1 refused");
    const top = await page.evaluate<number>("document.getElementById('result-heading').getBoundingClientRect().top");
    assert.ok(top >= 0 && top < 100, `the result begins at ${top}`);
    const { role, text } = await page.evaluate<{ role: string; text: string }>(
      "(({ role, textContent }) => ({ role, text: textContent }))(document.getElementById('summary'))",
    );
    assert.equal(role, "status");
    assert.match(text, /1 body: 1 refused\. FACT_SHEET_VIEWED: factSheetId: expected non-empty string/);
  },
  async "in each state everybody can use it, and nothing is wider than the screen"(page, site) {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      for (const [state, text] of Object.entries(states)) {
        await enter(page, site, text);
        await page.waitForSelector("#result:not(.stale) > *");
        await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
        await page.waitForSelector("#result:not(.stale) > *");
        const at = `${state}, ${width} pixels wide`;
        if (width === 390) assert.deepEqual(await faults(page), [], at);
        assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), at);
        assert.deepEqual(await page.evaluate(marksOutside), [], `${at}: a mark is outside of its box`);
      }
    }
    await page.setViewportSize({ width: 390, height: 844 });
  },
  async "printed, it is the result alone, and nothing is cut"(page, site) {
    await enter(page, site, states.wrong!);
    await sees(page, "1 refused");
    await page.emulateMedia({ media: "print" });
    const text = await shownText(page, "body");
    assert.match(text, /FACT_SHEET_UPDATED: factSheet\.rev/);
    assert.doesNotMatch(text, /Guide|Format|Workspace/);
    const cut =
      "[...document.querySelectorAll('pre')].filter((pre) => pre.scrollWidth > pre.clientWidth || pre.scrollHeight > pre.clientHeight).length";
    assert.equal(await page.evaluate(cut), 0);
    await page.emulateMedia({ media: "screen" });
  },
};

const marksOutside = `[...document.querySelectorAll("mark")].filter((mark) => {
  const [inner, outer] = [mark.getBoundingClientRect(), mark.closest("pre").getBoundingClientRect()];
  const isInside = inner.left >= outer.left && inner.left < outer.right && inner.top >= outer.top && inner.top < outer.bottom;
  return mark.checkVisibility() && !isInside;
}).map(({ textContent }) => textContent)`;

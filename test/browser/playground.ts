import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cutLine, exampleBody, jsonLines, largeBody, manyBodies, withDrift, withFault, wrapped } from "./bodies.js";
import type { Browser, Page } from "./types.js";

/** Each thing that the playground promises, in the order in which a reader would try it. */
export async function checkPlayground(browser: Browser, url: string): Promise<void> {
  site = url;
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${site}/playground/index.html`);
    for (const [name, check] of Object.entries(checks)) {
      await check(page);
      console.log(`browser: ${colorScheme}: ${name}`);
    }
    const elsewhere = asked.filter((url) => !url.startsWith(site) && !url.startsWith("blob:"));
    assert.deepEqual(elsewhere, [], "requests that left the site");
    await page.close();
  }
}

/** What is given away, by its tab. */
const given = {
  TypeScript: "export interface FactSheetUpdatedEvent",
  zod: "factSheetUpdatedPayloadSchema.safeParse(body)",
  "JSON Schema": "json-schema.org",
  handler: "handleWebhookEvent(event, { FACT_SHEET_UPDATED",
  test: 'createPayload("FACT_SHEET_UPDATED")',
  curl: "curl -i",
  send: "npx leanix-webhook-events send -",
  redacted: "text (8)",
};

let site = "";

const checks: Record<string, (page: Page) => Promise<void>> = {
  async "an example is read"(page) {
    await page.selectOption("#example", "comment-deleted");
    await sees(page, "1 body: 1 valid", "COMMENT_DELETED", "sample", "bare", "None: every field is in the schemas.");
  },
  async "a fault is marked in the text"(page) {
    await enter(page, withFault);
    await sees(page, "1 refused", "FACT_SHEET_VIEWED: factSheetId: expected non-empty string, received number");
    await sees(page, "Line 8, column 18");
    assert.equal(await page.textContent("mark"), "7");
    assert.doesNotMatch((await page.textContent("#result")) ?? "", /OTHER_TYPE/, "a fault is no drift");
    await enter(page, wrapped);
    await sees(page, "1 refused", "wrapped");
    assert.equal(await page.textContent("mark"), "7");
    await enter(page, "{ nonsense");
    await sees(page, "1 refused", "not readable");
    assert.equal(await page.textContent("mark"), "nonsense");
    assert.doesNotMatch((await page.textContent("#result")) ?? "", /Differences/, "no drift of a refused body");
  },
  async "it begins with a fault on one line, in sight, and all of them are listed"(page) {
    await open(page);
    await sees(
      page,
      "1 refused",
      "factSheet.displayName: expected string",
      "relations[0].toId: expected non-empty string",
    );
    await sees(page, "Line 1, column", "formatted here");
    const marks = await page.evaluate<boolean[]>(`[...document.querySelectorAll("mark")].map((mark) => {
      const [inner, outer] = [mark.getBoundingClientRect(), mark.closest("pre").getBoundingClientRect()];
      return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
    })`);
    assert.deepEqual(marks, [true, true], "each mark lies in its box");
    assert.match((await page.textContent("#summary")) ?? "", /displayName: expected string/, "the fault is spoken");
  },
  async "its samples show each result, and equal faults are one"(page) {
    await page.click("[data-sample=several]");
    await sees(page, "5 bodies: 2 valid, 2 unknown, 1 refused. 1 came before, by their delivery key.");
    await page.click("[data-sample=unknown]");
    await sees(page, "FactSheetCreateEvent", "Did you mean FactSheetCreatedEvent?");
    await enter(page, Array(600).fill(jsonLines.split("\n")[2]).join("\n"));
    await sees(page, "600 bodies: 600 refused", "591 more");
    assert.equal(await page.evaluate("document.querySelectorAll('article').length"), 1);
  },
  async "an address names an example and holds no body"(page) {
    await open(page, "#example=comment-created");
    await sees(page, "1 valid", "COMMENT_CREATED");
    await page.fill("#body", withFault);
    await sees(page, "1 refused");
    assert.equal(await page.evaluate("location.hash"), "");
  },
  async "it says what is no JSON, and reads what stands inside"(page) {
    await enter(page, '{ "type": "FactSheetViewedEvent"\n "id": 7 }');
    await sees(page, 'Not JSON: comma expected before "id":');
    await enter(page, "<html><body>502 Bad Gateway</body></html>");
    await sees(page, "This is a web page");
    await enter(page, JSON.stringify({ headers: {}, body: JSON.stringify(exampleBody("comment-created")) }));
    await sees(page, "The event stands inside another object", "204, and a line in its log");
    await page.click("text=Read the inner body");
    await sees(page, "1 valid", "COMMENT_CREATED");
    await enter(page, JSON.stringify({ ...exampleBody("document-deleted"), documentId: 7 }));
    await sees(page, "this one is not as we guessed", "Differs: DOCUMENT_DELETED: documentId");
  },
  async "it says what an administrator asks, and gives code away"(page) {
    await open(page, "#example=fact-sheet-updated");
    await sees(page, "delivery key", "position", "204, after your handler has returned");
    await page.click("text=Values of");
    await sees(page, "plan 2022-05-01");
    await page.click("text=Take it along");
    for (const [tab, code] of Object.entries(given)) {
      await page.click(`.chips >> text="${tab}"`);
      await sees(page, code);
    }
    assert.doesNotMatch((await page.textContent(".chips ~ pre")) ?? "", /Tallyman/, "nothing of the body is left");
  },
  async "a tree says what each field means, by the keyboard"(page) {
    await page.click("text=Every field");
    await page.waitForSelector("[role=treeitem]");
    await page.evaluate("document.querySelector('[role=treeitem]').focus()");
    await sees(page, "id: Number of the event");
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await sees(page, "id: Id of the fact sheet.");
  },
  async "an empty body is no error"(page) {
    await enter(page, "{}");
    await sees(page, "1 unknown", "empty");
  },
  async "drift is reported"(page) {
    await enter(page, withDrift);
    await sees(page, "1 valid", "UNKNOWN_FIELD", "viewedFrom");
  },
  async "many bodies are read as the command line reads them"(page) {
    for (const text of Object.values(manyBodies)) {
      await enter(page, text);
      await sees(page, "3 bodies: 1 valid, 1 unknown, 1 refused");
      assert.equal(await page.textContent("mark"), "7");
    }
    await enter(page, cutLine);
    await sees(page, "2 bodies: 1 valid, 1 refused");
    await enter(page, "[]");
    await sees(page, "No body in it.");
    await enter(page, '{ "status": "ERROR", "type": "PullResult", "errors": [] }');
    await sees(page, "1 body: 1 refused", "an answer with an error");
  },
  async "a byte order mark is no fault"(page) {
    await enter(page, `\uFEFF${JSON.stringify(exampleBody("comment-created"))}`);
    await sees(page, "1 valid", "bare");
  },
  async "a text that is nested too deep is answered"(page) {
    for (const text of ["[".repeat(200_000), `${"[".repeat(200_000)}${"]".repeat(200_000)}`]) {
      await enter(page, text);
      await sees(page, "1 body:");
    }
  },
  async "a failure of the worker is shown"(page) {
    await enter(page, "{}");
    await sees(page, "1 unknown");
    await page.workers()[0]!.evaluate("setTimeout(() => { throw new Error('planted') })");
    await sees(page, "This text cannot be read", "planted");
  },
  async "a file is read, chosen or dropped"(page) {
    const buffer = Buffer.from(jsonLines);
    await page.setInputFiles("#file", { name: "bodies.jsonl", mimeType: "application/jsonl", buffer });
    await sees(page, "3 bodies: 1 valid, 1 unknown, 1 refused");
    await drop(page, `[${JSON.stringify(JSON.stringify(exampleBody("comment-created")))}]`);
    await sees(page, "1 body: 1 valid", "COMMENT_CREATED");
    await drop(page, "[new Uint8Array([123, 255])]");
    await sees(page, "dropped.json is not UTF-8.");
  },
  async "everything is within reach of the keyboard"(page) {
    await enter(page, withFault);
    await sees(page, "1 refused");
    await page.evaluate(`document.querySelector(".title").focus()`);
    const reached: string[] = [];
    for (let tab = 0; tab < 24; tab++) {
      await page.keyboard.press("Tab");
      const place = `(({ id, ariaLabel, textContent }) => id || ariaLabel || textContent.trim())(document.activeElement)`;
      reached.push(await page.evaluate<string>(place));
    }
    const expected = [
      ...["Playground", "dark", "wrong", "example", "file", "body", "format", "FACT_SHEET_VIEWED"],
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
  async "the switch changes colours, and the other pages know"(page) {
    const before = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await page.press("#dark", "Space");
    assert.notEqual(await page.evaluate("getComputedStyle(document.body).backgroundColor"), before);
    const isDark = await page.evaluate("document.documentElement.classList.contains('dark')");
    assert.equal(await page.evaluate("localStorage.getItem('vitepress-theme-appearance')"), isDark ? "dark" : "light");
    await page.press("#dark", "Space");
    assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), before);
  },
  async "what it gives away opens with the keyboard"(page) {
    await enter(page, withFault);
    await sees(page, "1 refused");
    await page.press("text=Take it along", "Enter");
    await sees(page, "export interface FactSheetViewedEvent");
    await page.press('.chips >> text="JSON Schema"', "Enter");
    await sees(page, '"https://json-schema.org/draft/2020-12/schema"');
  },
  async "20 million characters do not freeze it"(page) {
    const text = JSON.stringify(largeBody());
    const { longest, total, turns } = await page.evaluate<{ longest: number; total: number; turns: number }>(
      `(async () => {
      let longest = 0, turns = 0, reading = true;
      const beat = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        turns++;
        if (reading) setTimeout(beat);
      };
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", ${text});
      const answered = new Promise((done) => new MutationObserver(() => summary.textContent.includes("refused") && done()).observe(summary, { childList: true }));
      summary.textContent = "";
      const start = performance.now();
      let last = start;
      beat();
      body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      await answered;
      reading = false;
      return { longest, turns, total: performance.now() - start };
    })()`
        .replaceAll(/\b(summary|body)\./g, 'document.getElementById("$1").')
        .replace("observe(summary", 'observe(document.getElementById("summary")'),
    );
    await sees(page, "FACT_SHEET_VIEWED: factSheetId", "million characters");
    const measured = `${Math.round(total)} ms, ${turns} turns of the page, its longest pause ${Math.round(longest)} ms`;
    console.log(`browser: 20 million characters: ${measured}`);
    // If the page read the text itself, it would have no turn meanwhile, on a machine of any speed.
    assert.ok(turns >= 10, measured);
  },
  async "a planted fetch is refused, in the worker, too"(page) {
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
  async "axe finds nothing serious"(page) {
    await enter(page, withDrift);
    await sees(page, "viewedFrom");
    await page.evaluate(readFileSync("site/node_modules/axe-core/axe.min.js", "utf8"));
    const found = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>(
      "axe.run().then(({ violations }) => violations)",
    );
    assert.deepEqual(
      found
        .filter(({ impact }) => ["serious", "critical"].includes(impact))
        .map(({ id, nodes }) => [id, nodes[0]?.html]),
      [],
    );
  },
  async "nothing is wider than a phone"(page) {
    assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
  },
};

/** Opens the page anew, so that nothing is left of what was entered before. */
async function enter(page: Page, text: string): Promise<void> {
  await open(page);
  await page.fill("#body", text);
}

/** An address that differs in its hash alone would not load the page. */
async function open(page: Page, hash = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${site}/playground/index.html${hash}`);
  await page.waitForSelector("[data-read]");
}

/** Drops a file of these parts, as JavaScript, onto the page. */
async function drop(page: Page, parts: string): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(${parts}, "dropped.json"));
    document.getElementById("body").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

async function sees(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) await page.waitForSelector(`:text(${JSON.stringify(text)}) >> visible=true`);
}

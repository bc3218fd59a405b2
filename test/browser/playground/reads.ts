import assert from "node:assert/strict";
import { cutLine, exampleBody, jsonLines, largeBody, manyBodies } from "../bodies.js";
import type { Page } from "../types.js";
import { type Checks, enter, open, sees, shownText } from "./page.js";

const plainlyNoBody = {
  "<html>\n<body>502 Bad Gateway</body>\n</html>": "a web page, perhaps a proxy's error",
  "curl -X POST \\\n  -d '{}' http://example.com": "This is a command.",
  '12:00 POST / {"type":1}\n12:01 started': "log lines",
  'id,payload\n1,"{""type"":1}"': "a table",
};

export const reads: Checks = {
  async "an empty body is no error"(page, site) {
    await enter(page, site, "{}");
    await sees(page, "1 unknown", "empty");
  },
  async "many bodies are read as the command line reads them"(page, site) {
    for (const text of Object.values(manyBodies)) {
      await enter(page, site, text);
      await sees(page, "3 bodies: 1 valid, 1 unknown, 1 refused");
      assert.equal(await page.textContent("mark"), "7");
    }
    await enter(page, site, cutLine);
    await sees(page, "2 bodies: 1 valid, 1 refused");
    await enter(page, site, "[]");
    await sees(page, "No body in it.");
    await enter(page, site, '{ "status": "ERROR", "type": "PullResult", "errors": [] }');
    await sees(page, "1 body: 1 refused", "an answer with an error");
  },
  async "a byte order mark is no fault"(page, site) {
    await enter(page, site, `\uFEFF${JSON.stringify(exampleBody("comment-created"))}`);
    await sees(page, "1 valid", "bare");
  },
  async "a text that is nested too deep is answered"(page, site) {
    for (const text of ["[".repeat(200_000), `${"[".repeat(200_000)}${"]".repeat(200_000)}`]) {
      await enter(page, site, text);
      await sees(page, "1 body:");
    }
  },
  async "it says what is no JSON, and reads what stands inside"(page, site) {
    await enter(page, site, '{ "type": "FactSheetViewedEvent"\n "id": 7 }');
    await sees(page, 'Not JSON: comma expected before "id".');
    for (const [text, said] of Object.entries(plainlyNoBody)) {
      await enter(page, site, text);
      await sees(page, "1 body: 1 refused", said);
    }
    const inner = JSON.stringify(exampleBody("comment-created"));
    const nested = { Records: [{ body: JSON.stringify({ Message: inner }) }] };
    for (const [text, said] of [
      [JSON.stringify({ headers: {}, body: inner }), "inside another object"],
      [JSON.stringify({ body: btoa(inner) }), "at body."],
      [JSON.stringify(nested), "at Records[0].body.Message."],
      [JSON.stringify(inner), "JSON text in JSON text"],
      [`POST /leanix HTTP/1.1\r\nHost: example.com\r\n\r\n${inner}`, "This is a whole request"],
    ] as const) {
      await enter(page, site, text);
      await sees(page, said);
      assert.doesNotMatch(await shownText(page, "#result"), /Differences/, "what is inside is looked at there");
      await page.click("text=Read the inner body");
      await sees(page, "1 valid", "COMMENT_CREATED");
    }
    await enter(page, site, JSON.stringify({ ...exampleBody("document-deleted"), documentId: 7 }));
    await sees(page, "this one is not as we guessed", "Differs: DOCUMENT_DELETED: documentId");
  },
  async "a file is read, chosen or dropped"(page, site) {
    await open(page, site);
    const buffer = Buffer.from(jsonLines);
    await page.setInputFiles("#file", { name: "bodies.jsonl", mimeType: "application/jsonl", buffer });
    await sees(page, "3 bodies: 1 valid, 1 unknown, 1 refused");
    await drop(page, `[${JSON.stringify(JSON.stringify(exampleBody("comment-created")))}]`);
    await sees(page, "1 body: 1 valid", "COMMENT_CREATED");
    await drop(page, "[new Uint8Array([123, 255])]");
    await sees(page, "dropped.json is not UTF-8.");
  },
  async "a failure of the worker is shown"(page, site) {
    await enter(page, site, "{}");
    await sees(page, "1 unknown");
    await page.workers()[0]!.evaluate("setTimeout(() => { throw new Error('planted') })");
    await sees(page, "This text cannot be read", "planted");
  },
  async "20 million characters do not freeze it"(page, site) {
    await open(page, site);
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
};

/** Drops a file of these parts, as JavaScript, onto the page. */
async function drop(page: Page, parts: string): Promise<void> {
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(${parts}, "dropped.json"));
    document.getElementById("body").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

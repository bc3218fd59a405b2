import assert from "node:assert/strict";
import { exampleBody, jsonLines, withDrift, withFault, wrapped } from "../bodies.js";
import { type Checks, enter, open, sees } from "./page.js";

export const says: Checks = {
  async "an example is read"(page, site) {
    await open(page, site);
    await page.selectOption("#example", "comment-deleted");
    await sees(page, "1 body: 1 valid", "COMMENT_DELETED", "sample", "bare", "None: every field is in the schemas.");
  },
  async "a fault is marked in the text"(page, site) {
    await enter(page, site, withFault);
    await sees(page, "1 refused", "FACT_SHEET_VIEWED: factSheetId: expected non-empty string, received number");
    await sees(page, "Line 8, column 18");
    assert.equal(await page.textContent("mark"), "7");
    assert.doesNotMatch((await page.textContent("#result")) ?? "", /OTHER_TYPE/, "a fault is no drift");
    await enter(page, site, wrapped);
    await sees(page, "1 refused", "wrapped");
    assert.equal(await page.textContent("mark"), "7");
    await enter(page, site, "{ nonsense");
    await sees(page, "1 refused", "not readable");
    assert.equal(await page.textContent("mark"), "nonsense");
    assert.doesNotMatch((await page.textContent("#result")) ?? "", /Differences/, "no drift of a refused body");
  },
  async "it begins with a fault on one line, in sight, and all of them are listed"(page, site) {
    await open(page, site);
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
  async "its samples show each result, and equal faults are one"(page, site) {
    await open(page, site);
    await page.click("[data-sample=several]");
    await sees(page, "7 bodies: 4 valid, 2 unknown, 1 refused. 1 came before (same delivery key). 1 outdated");
    await page.click("[data-sample=unknown]");
    await sees(page, "FactSheetCreateEvent", "Did you mean FactSheetCreatedEvent?");
    await enter(page, site, Array(600).fill(jsonLines.split("\n")[2]).join("\n"));
    await sees(page, "600 bodies: 600 refused", "591 more");
    assert.equal(await page.evaluate("document.querySelectorAll('article').length"), 1);
    assert.equal(await page.evaluate("document.querySelectorAll('.timeline').length"), 0, "none is dropped");
  },
  async "drift is reported"(page, site) {
    await enter(page, site, withDrift);
    await sees(page, "1 valid", "UNKNOWN_FIELD", "viewedFrom");
  },
  async "a tree says what each field means, by the keyboard"(page, site) {
    await open(page, site, "#example=fact-sheet-updated");
    await page.click("text=Every field");
    await page.waitForSelector("[role=treeitem]");
    await page.evaluate("document.querySelector('[role=treeitem]').focus()");
    await sees(page, "id: Number of the event");
    for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await sees(page, "id: Id of the fact sheet.");
  },
  async "it says what an administrator asks"(page, site) {
    await open(page, site, "#example=fact-sheet-updated");
    await sees(page, "delivery key", "position", "204, after your handler has returned", "sample: a body of it");
    await page.click("text=Values of");
    await sees(page, "plan 2022-05-01");
  },
  async "several bodies stand in the order of time, with what a receiver drops"(page, site) {
    await open(page, site, "#example=several");
    await sees(page, "Timeline");
    const rows = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.timeline li')].map((row) => row.innerText)",
    );
    const expected: [string, string, string][] = [
      ["08:41:00", "line 1", ""],
      ["08:42:00", "line 3", "outdated: line 2 is newer"],
      ["08:43:00", "line 2", ""],
      ["08:43:00", "line 4", "came before: line 2"],
      ["09:09:13", "line 5", ""],
      ["09:09:13", "line 6", ""],
      ["no time", "line 7", ""],
    ];
    for (const [index, [time, line, remark]] of expected.entries()) {
      assert.match(rows[index] ?? "", new RegExp(`${time}.*${line} ?${remark}$`, "s"));
    }
    // As LeanIX's log lists them: the newest first.
    const lines = (await page.evaluate<string>("document.getElementById('body').value")).split("\n").slice(0, 2);
    await enter(page, site, lines.reverse().join("\n"));
    await sees(page, "2 bodies: 2 valid.");
    assert.equal(await page.evaluate("document.querySelectorAll('.remark').length"), 0, "nothing is outdated");
  },
  async "a body is compared with the one before it, and with the example"(page, site) {
    await open(page, site, "#example=several");
    await page.click(".timeline li:nth-child(3) summary");
    await page.click("text=Compare with the one before (line 3)");
    await sees(page, "factSheet.displayName", '"Tallyman 2"', '"Tallyman Pro"', "other value");
    const body = { ...exampleBody("comment-deleted"), added: 1, workspaceId: 7 };
    delete (body as Record<string, unknown>).createdAt;
    await enter(page, site, JSON.stringify(body));
    await page.click("text=Compare with the event's example");
    const rows =
      "[...document.querySelectorAll('details[open] tbody tr')].map((row) => row.cells[0].innerText + ' ' + row.cells[1].innerText)";
    await sees(page, "missing");
    assert.deepEqual(await page.evaluate(rows), ["workspaceId other type", "createdAt missing", "added new"]);
    await page.selectOption("#example", "comment-deleted");
    await sees(page, "1 valid");
    await page.click("text=Compare with the event's example");
    await sees(page, "The same fields, of the same types.");
  },
  async "a place is found in the text"(page, site) {
    const bodies = [
      ...Array(50).fill(exampleBody("fact-sheet-viewed")),
      { ...exampleBody("comment-created"), id: "here" },
    ];
    for (const text of [
      bodies.map((body) => JSON.stringify(body)).join("\n"),
      JSON.stringify(bodies.at(-1), null, 2),
    ]) {
      await enter(page, site, text);
      await page.click("figcaption button");
      const selected =
        "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.getElementById('body'))";
      assert.equal(await page.evaluate(selected), '"here"');
      assert.equal(await page.evaluate("document.activeElement.id"), "body");
      if (text.length > 2_000) assert.ok(await page.evaluate("document.getElementById('body').scrollTop > 100"));
    }
  },
};

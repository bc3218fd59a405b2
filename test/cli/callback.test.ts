import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runCallback } from "../../src/cli/callback/run.js";
import { exampleBody, examples } from "../examples.js";
import { suppress } from "./callbacks.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

const file = folderOf({
  "nothing.js": "",
  "text.js": "delivery.payload = { text: 'a', items: [], n: 1, at: '2026-01-31' };",
  "alias.js": "data.payload.note = 1;\n",
  "suppress.js": suppress,
  "wide.js": "delivery.payload = Object.fromEntries([...'abcdefghijklm'].map((key) => [key, 1]));",
  "undefined.js": "delivery.payload = undefined;",
  "list.js": "delivery.payload = delivery.payload instanceof Object ? [1] : 'x';",
  "throws.js": "\n\nthrow new TypeError('no\\nsuch');",
  "throws-a-text.js": "throw 'x';",
  "throws-null.js": "throw null;",
  "syntax.js": "\nlet = ;",
  "endless.js": "for (;;);",
  "endless-promise.js": "const again = () => Promise.resolve().then(again); again();",
  "endless-getter.js": "Object.defineProperty(delivery, 'payload', { get() { for (;;); } });",
  "rejects.js": "(async () => {\n  null.x;\n})();",
  "deleted.js": "delivery = undefined;",
  "both.js":
    "const until = (end) => { while (Date.now() < end); };\nuntil(Date.now() + 700);\nconst end = Date.now() + 700;\nObject.defineProperty(delivery, 'payload', { get() { until(end); return {}; } });",
  "getter-of-thrown.js": "throw { get stack() { for (;;); } };",
  "symbol.js": "throw { name: 'x', message: Symbol('x') };",
  "proxy.js": "throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { for (;;); } });",
  "rejects-a-proxy.js": "Promise.reject(new Proxy({}, { get() { for (;;); } }));",
  "looks-like-a-timeout.js": "throw { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' };",
  "looks-like-a-frame.js": "throw new Error('x\\n    at callback.js:77:1');",
  "in-a-function.js": "function f() {\n  JSON.parse('{');\n}\nf();",
  "replaces.js": "JSON.stringify = JSON.parse = () => '{}';",
  "controls.js": "throw new Error('\\u001b[2J\\r\\u202e\\u009b\\u2028');",
  "controls-in-keys.js": "delivery.payload = { '\\u001b[31m\\n': 1 };",
  "elsewhere.js": "delivery.targetUrl += '?x'; delivery.targetMethod = 'PUT';",
  "console.js": "console.log(delivery.payload);",
  "sometimes.js": "if (data.payload.replyId) for (;;);",
  "large.js": " ".repeat(1_000_001),
});

/** What a callback makes of the example of a comment. */
async function outcomeOf(name: string) {
  const { code, output, errors } = await cli(["callback", file(name), "--event", "COMMENT_CREATED"]);
  expect(errors).toBe("The callback runs in node:vm, which is not a sandbox: run only code that you trust.\n");
  return [code, lines(output)[0]!.replace(/^comment-created +/, "")];
}

test.each([
  ["nothing.js", "sent as it is"],
  ["text.js", "sent as {text: string, items: array, n: integer, at: string (date)}"],
  ["wide.js", `sent as {${[..."abcdefghij"].map((key) => `${key}: integer`).join(", ")}, 3 more}`],
  ["undefined.js", "sent as undefined"],
  ["list.js", "sent as array"],
  ["replaces.js", "sent as it is"],
  ["controls-in-keys.js", "sent as {\\u{1b}[31m\\n: integer}"],
  ["elsewhere.js", "sent as it is, with another targetUrl and targetMethod"],
  ["console.js", "sent as it is"],
])("%s is fine", async (name, outcome) => {
  expect(await outcomeOf(name)).toEqual([0, outcome]);
});

test.each([
  ["throws.js", "fails at line 3: TypeError: no\\nsuch"],
  ["throws-a-text.js", "fails: throws string"],
  ["throws-null.js", "fails: throws null"],
  ["syntax.js", /^fails at line 2: SyntaxError: /],
  ["rejects.js", /^fails at line 2: TypeError: /],
  ["deleted.js", /^fails: TypeError: /],
  ["symbol.js", "fails: throws object"],
  ["proxy.js", "fails: throws object that cannot be read"],
  ["looks-like-a-timeout.js", "fails: throws object"],
  ["looks-like-a-frame.js", "fails at line 1: Error: x\\n    at callback.js:77:1"],
  ["in-a-function.js", /^fails at line 2: SyntaxError: /],
  ["controls.js", "fails at line 1: Error: \\u{1b}[2J\\r\\u{202e}\\u{9b}\\u{2028}"],
])("%s fails", async (name, outcome) => {
  const [code, actual] = await outcomeOf(name);

  expect(code).toBe(1);
  expect(actual).toEqual(typeof outcome === "string" ? outcome : expect.stringMatching(outcome));
});

test("it runs over every example, each on its own", async () => {
  const { code, output } = await cli(["callback", file("suppress.js")]);

  expect(code).toBe(0);
  expect(lines(output)).toHaveLength(examples.length);
  expect(output).toMatch(/\ncomment-created +sent as it is\n/);
  expect(output).toMatch(/\ncomment-deleted +not sent\n/);
  expect(await outcomeOf("alias.js")).toEqual([0, expect.stringMatching(/^sent as \{.*note: integer|more\}$/)]);
});

test.each(["endless.js", "endless-promise.js", "endless-getter.js", "both.js"])("%s has a second", async (name) => {
  const started = performance.now();

  expect(await runCallback(readFileSync(file(name), "utf8"), exampleBody("comment-created"))).toEqual({
    kind: "too long",
  });

  expect(performance.now() - started).toBeLessThan(4000);
});

test.each(["getter-of-thrown.js", "rejects-a-proxy.js"])("what %s throws has it, too", async (name) => {
  expect(await runCallback(readFileSync(file(name), "utf8"), exampleBody("comment-created"))).toEqual({
    kind: "fails",
    line: undefined,
    reason: "throws object that cannot be read",
  });
});

test("the others are left out if none of the first ends", async () => {
  const started = performance.now();
  const { code, output } = await cli(["callback", file("endless.js")]);

  expect(code).toBe(1);
  expect(lines(output)).toHaveLength(4);
  expect(output).toMatch(/^(?:fact-sheet-created\S* +fails: runs longer than a second\n){3}/);
  expect(lines(output)[3]).toBe(`${examples.length - 3} more are left out: none has ended in time`);
  expect(performance.now() - started).toBeLessThan(10_000);
  const some = await cli(["callback", file("endless.js"), "--event", "COMMENT_REPLY_ADDED"]);
  expect(some.output).not.toContain("left out");
});

test("one that ends at first is run to the end", async () => {
  const { code, output } = await cli(["callback", file("sometimes.js")]);

  expect([code, lines(output).length]).toEqual([1, examples.length]);
});

test.each([
  [[], "not a file"],
  [["large.js"], "more than 1 MB"],
])("%s is not read", async (path, reason) => {
  expect(await cli(["callback", file(...path)])).toEqual({
    code: 2,
    output: "",
    errors: `error: ${file(...path)}: ${reason}\n`,
  });
});

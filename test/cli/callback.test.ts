import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { expect, test, vi } from "vitest";
import { guardOf } from "../../src/cli/callback/guard.js";
import { runCallback } from "../../src/cli/callback/run.js";
import { eventTypes } from "../../src/index.js";
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
  "unguarded.js": "// The name of the fact sheet\ndelivery.payload = { text: delivery.payload.factSheet.displayName };",
  "two-lines.js": "if (data.payload.replyId) throw new Error('two');\nthrow new Error('one');",
  "exits.js": "this.constructor.constructor('return process')().exit(0);",
  "large.js": " ".repeat(1_000_001),
});

/** What a callback makes of the example of a comment. */
async function outcomeOf(name: string) {
  const { code, output, errors } = await cli(["callback", file(name), "--event", "COMMENT_CREATED"]);
  if (name !== "syntax.js")
    expect(errors).toBe("The callback runs in node:vm, which is not a sandbox: run only code that you trust.\n");
  return [
    code,
    lines(output)[0]!
      .replace(/^COMMENT_CREATED +/, "")
      .replace(/: COMMENT_CREATED$/, ""),
  ];
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

test("a row for each event, with its examples told apart", async () => {
  const { code, output } = await cli(["callback", file("suppress.js")]);

  expect(code).toBe(0);
  expect(lines(output)).toHaveLength(eventTypes.length + 1);
  expect(output).toMatch(/\nCOMMENT_CREATED +sent as it is\n/);
  expect(output).toMatch(/\nCOMMENT_DELETED +not sent\n/);
  expect(lines(output).at(-1)).toBe(`no failure: it ran on ${eventTypes.length} events`);
  expect(await outcomeOf("alias.js")).toEqual([0, expect.stringMatching(/^sent as \{.*(?:note: integer|more)\}/)]);
});

test("equal failures are one row, with all their events, and the last line says what helps", async () => {
  const { code, output } = await cli(["callback", file("unguarded.js")]);
  const rows = lines(output);

  expect(code).toBe(1);
  expect(rows[0]).toBe("FACT_SHEET_CREATED          sent as {text: string}");
  expect(rows).toContainEqual(
    expect.stringMatching(/^AUTOMATION_TRIGGERED +sent as \{text: string\} \(\d of \d examples\)$/),
  );
  const failure = "fails at line 2: TypeError: Cannot read properties of undefined (reading 'displayName'): ";
  const failed = rows
    .find((row) => row.startsWith(failure))!
    .slice(failure.length)
    .split(", ");
  expect(failed).toContain("RELATION_CREATED");
  expect(failed).toContainEqual(expect.stringMatching(/^AUTOMATION_TRIGGERED \(\d of \d examples\)$/));
  expect(rows.at(-1)).toBe(
    `fails on ${failed.length} of ${eventTypes.length} events at line 2: delivery.payload.factSheet is undefined. Guard: if (delivery.payload.factSheet)`,
  );
});

test("on a terminal each row fits", async () => {
  const { output } = await cli(["callback", file("unguarded.js")], {
    tty: { output: true },
    columns: 80,
    env: { NO_COLOR: "1" },
  });

  for (const line of lines(output)) expect(line.length).toBeLessThanOrEqual(80);
  expect(lines(output)[0]).toBe("✓ FACT_SHEET_CREATED          sent as {text: string}");
  expect(output).toContain(
    "\n✕ fails at line 2: TypeError: Cannot read properties of undefined (reading\n    'displayName')\n    FACT_SHEET_VIEWED, FACT_SHEET_ARCHIVED,",
  );
  const suppressed = await cli(["callback", file("suppress.js"), "--event", "COMMENT_DELETED"], {
    tty: { output: true },
  });
  expect(suppressed.output).toContain(
    "\u001b[33m–\u001b[39m COMMENT_DELETED             not sent\nno failure: it ran on 1 event\n",
  );
  const wide = await cli(["callback", file("wide.js"), "--event", "COMMENT_DELETED"], { tty: { output: true } });
  expect(wide.output).toMatch(/^.*✓.* COMMENT_DELETED\n {4}sent as \{a: integer/);
});

test.each([
  ["payload.factSheet.id", 19, "Cannot read properties of undefined (reading 'id')", "payload.factSheet"],
  ["x = a[0].b", 10, "Cannot read properties of null (reading 'b')", "a[0]"],
  ["const { id } = a.b", 9, "Cannot destructure property 'id' of 'a.b' as it is undefined.", "a.b"],
  ["f().x", 5, "Cannot read properties of undefined (reading 'x')", undefined],
  ["x()", 1, "x is not a function", undefined],
])("what to guard in %s", (code, column, reason, expression) => {
  expect(guardOf(code, { kind: "fails", line: 1, column, reason: `TypeError: ${reason}` })?.expression).toBe(
    expression,
  );
});

test("there is nothing to guard where the place is not known, or time is up", () => {
  const reason = "TypeError: Cannot read properties of undefined (reading 'x')";

  expect(guardOf("a.x", { kind: "fails", line: undefined, reason })).toBeUndefined();
  expect(guardOf("for (;;);", { kind: "too long" })).toBeUndefined();
});

test("failures at several lines", async () => {
  const { output } = await cli(["callback", file("two-lines.js")]);

  expect(lines(output).at(-1)).toBe(
    `fails on ${eventTypes.length} of ${eventTypes.length} events, most often at line 2: Error: one`,
  );
});

test("a syntax error is said once, before the run", async () => {
  const { code, output, errors } = await cli(["callback", file("syntax.js")]);

  expect([code, lines(output), errors]).toEqual([1, [expect.stringMatching(/^fails at line 2: SyntaxError: /)], ""]);
});

test("a script that ends the process is a failure", async () => {
  const before = process.exitCode;
  const on = vi.spyOn(process, "on");

  expect(await outcomeOf("exits.js")).toEqual([1, "fails at line 1: ReferenceError: process is not defined"]);

  const onExit = on.mock.calls.find(([event]) => event === "exit")![1];
  on.mockRestore();
  expect(process.listeners("exit")).not.toContain(onExit);
  onExit();
  expect(process.exitCode).toBe(1);
  process.exitCode = before;
});

test.each(["endless.js", "endless-promise.js", "endless-getter.js", "both.js"])("%s has a second", async (name) => {
  const started = performance.now();

  expect(await runCallback(new Script(readFileSync(file(name), "utf8")), exampleBody("comment-created"))).toEqual({
    kind: "too long",
  });

  expect(performance.now() - started).toBeLessThan(4000);
});

test.each(["getter-of-thrown.js", "rejects-a-proxy.js"])("what %s throws has it, too", async (name) => {
  expect(await runCallback(new Script(readFileSync(file(name), "utf8")), exampleBody("comment-created"))).toEqual({
    kind: "fails",
    line: undefined,
    reason: "throws object that cannot be read",
  });
});

test("the others are left out if none of the first ends", async () => {
  const started = performance.now();
  const { code, output } = await cli(["callback", file("endless.js")]);

  expect(code).toBe(1);
  expect(lines(output)).toEqual([
    "fails: runs longer than a second: FACT_SHEET_CREATED",
    "fails on 1 of 1 events: runs longer than a second",
    `${examples.length - 3} more examples are left out: none has ended in time`,
  ]);
  expect(performance.now() - started).toBeLessThan(10_000);
  const some = await cli(["callback", file("endless.js"), "--event", "COMMENT_REPLY_ADDED"]);
  expect(some.output).not.toContain("left out");
});

test("one that ends at first is run to the end", async () => {
  const { code, output } = await cli(["callback", file("sometimes.js")]);

  expect([code, lines(output).length]).toEqual([1, eventTypes.length + 1]);
  expect(lines(output).at(-1)).toBe(`fails on 1 of ${eventTypes.length} events: runs longer than a second`);
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

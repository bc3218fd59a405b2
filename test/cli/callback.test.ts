import { expect, test } from "vitest";
import { examples } from "../examples.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

const file = folderOf({
  "nothing.js": "",
  "text.js": "delivery.payload = { text: 'a', items: [], n: 1, at: '2026-01-31' };",
  "alias.js": "data.payload.note = 1;\n",
  "suppress.js": "data.active = data.payload.type === 'CommentCreatedEvent';",
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
])("%s is fine", async (name, outcome) => {
  expect(await outcomeOf(name)).toEqual([0, outcome]);
});

test.each([
  ["throws.js", "fails at line 3: TypeError: no such"],
  ["throws-a-text.js", "fails: throws string"],
  ["throws-null.js", "fails: throws null"],
  ["syntax.js", /^fails at line 2: SyntaxError: /],
  ["endless.js", "fails: runs longer than a second"],
  ["endless-promise.js", "fails: runs longer than a second"],
  ["endless-getter.js", "fails: runs longer than a second"],
  ["rejects.js", /^fails at line 2: TypeError: /],
  ["deleted.js", /^fails: TypeError: /],
])("%s fails", { timeout: 20_000 }, async (name, outcome) => {
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

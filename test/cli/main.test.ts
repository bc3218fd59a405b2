import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { eventCatalog, eventTypes } from "../../src/index.js";
import { exampleBody } from "../examples.js";
import { cli, lines } from "./run.js";

const commands = ["validate", "drift", "send", "log", "listen", "callback", "schema", "example", "events"];

test.each(commands)("%s --help shows examples, and ends with 0", async (command) => {
  const { code, output, errors } = await cli([command, "--help"]);

  expect([code, errors]).toEqual([0, ""]);
  expect(output).toMatch(new RegExp(`\nExamples:\n(?:.+\n)*?.*npx leanix-webhook-events ${command}`));
});

test("--help lists the commands, --version prints the package's", async () => {
  const { code, output } = await cli(["--help"]);

  expect(code).toBe(0);
  for (const command of commands) expect(output).toContain(`\n  ${command} `);
  expect(await cli(["--version"])).toEqual({ code: 0, output: `${manifest.version}\n`, errors: "" });
});

test.each([
  [["valdate"], "error: unknown command 'valdate' (Did you mean validate?)"],
  [["validate", "--fail-unknwon"], "error: unknown option '--fail-unknwon' (Did you mean --fail-unknown?)"],
  [["example"], "error: missing required argument 'event'"],
  [["example", "FACT_SHEET_UPDATE"], "error: unknown event: FACT_SHEET_UPDATE (Did you mean FACT_SHEET_UPDATED?)"],
  [["example", "fact-sheet-update"], "error: unknown event: fact-sheet-update (Did you mean FACT_SHEET_UPDATED?)"],
  [["example", "zzz"], "error: unknown event: zzz"],
  [["example", "COMMENT_CREATED", "--variant", "x"], /^error: COMMENT_CREATED has no variant x; there are: .*minimal/],
  [["schema", "fact-sheets-created"], "error: unknown schema: fact-sheets-created (Did you mean fact-sheet-created?)"],
  [
    ["schema", "tags", "--dialect", "draft-4"],
    /^error: option '--dialect <dialect>' argument 'draft-4' is invalid\. Allowed/,
  ],
  [["schema", "openapi", "--inline"], "error: --inline: openapi is not a JSON Schema"],
  [["validate", "nowhere.json"], "error: nowhere.json: no such file or folder"],
  [["callback", "nowhere.js"], "error: nowhere.js: no such file"],
  [["callback", "src"], "error: src: not a file"],
  [["callback", "package.json/x.js"], /^error: ENOTDIR/],
  [["help", "sned"], "error: unknown command: sned (Did you mean send?)"],
  [["help", "zzzzzz"], "error: unknown command: zzzzzz"],
  [["send", "--too", "http://x/", "COMMENT_CREATED"], "error: unknown option '--too' (Did you mean --to?)"],
  [["validate", "no\u001b[2J\nsuch"], "error: no\\u{1b}[2J\\nsuch: no such file or folder"],
  [["validate", "package.json/x.json"], /^error: ENOTDIR/],
  [["send", "COMMENT_CREATED"], "error: required option '--to <url>' not specified"],
  [["send", "COMMENT_CREATED", "--to", "localhost:3000"], /^error: option '--to <url>' argument .* expected a URL/],
  [
    ["send", "COMMENT_CREATED", "--to", "http://x", "--repeat", "0"],
    /^error: option '--repeat <n>' .* an integer from 1/,
  ],
  [["log"], "error: required option '--url <url>' not specified"],
  [["log", "--url", "https://x.leanix.net"], "error: required option '--subscription <id>' not specified"],
  [
    ["log", "--url", "https://x.leanix.net", "--subscription", "1"],
    "error: set LEANIX_API_TOKEN, or LEANIX_ACCESS_TOKEN",
  ],
  [["log", "--since", "yesterday"], /^error: option '--since <time>' .* expected 7d, 12h or an ISO 8601 time/],
  [["log", "--since", "2026-13-01"], /^error: option '--since <time>' .* expected 7d, 12h or an ISO 8601 time/],
  [["log", "--only", "each"], /^error: option '--only <which>' argument 'each' is invalid/],
  [["listen", "--port", "65536"], /^error: option '--port <number>' .* expected an integer from 0 to 65535/],
])("%s is one line on standard error, and exit code 2", async (args, message) => {
  const { code, output, errors } = await cli(args);

  expect([code, output]).toEqual([2, ""]);
  expect(lines(errors)).toHaveLength(1);
  if (typeof message === "string") expect(errors).toBe(`${message}\n`);
  else expect(errors).toMatch(message);
});

test.each([
  ["send", "COMMENT_CREATED", "--to", "http://me:hunter2@localhost/"],
  ["send", "COMMENT_CREATED", "--to", "http://hunter2@localhost/"],
  ["send", "COMMENT_CREATED", "--to", "htp://me:hunter2@localhost/"],
  ["send", "COMMENT_CREATED", "--to", "me:hunter2@localhost"],
  ["send", "COMMENT_CREATED", "--to", "http:\\\\me:hunter2@localhost"],
  ["send", "COMMENT_CREATED", "--to", "http://me:hunter2@"],
  ["listen", "--forward", "https://me:hunter2@localhost/"],
])("%s %s %s: a secret in a URL is refused, and not shown", async (...args) => {
  expect(await cli(args)).toEqual({
    code: 2,
    output: "",
    errors: "error: expected a URL without a user; set LEANIX_AUTHORIZATION instead\n",
  });
});

test("help shows the help of a command, and of all", async () => {
  expect(await cli(["help", "send"])).toEqual(await cli(["send", "--help"]));
  expect(await cli(["help"])).toEqual(await cli(["--help"]));
});

test("no command at all is wrong use", async () => {
  const { code, errors } = await cli([]);

  expect(code).toBe(2);
  expect(errors).toContain("Usage:");
});

test("a bug is not hidden", async () => {
  await expect(cli(["validate"], { input: [null] as never })).rejects.toThrow(TypeError);
});

test("events lists every event", async () => {
  const { output } = await cli(["events"]);
  const json = JSON.parse((await cli(["events", "--json"])).output);

  expect(lines(output).map((line) => line.split(" ")[0])).toEqual(eventTypes);
  expect(output).toMatch(/INTEGRATION_RUN_STARTED +integration-runs +sample +progress RUNNING\n/);
  expect(output).toMatch(/AUTOMATION_TRIGGERED +automations +sample +no type\n/);
  expect(output).toMatch(/RELATION_SWITCH .* RelationSwitchEvent or RelationSwitchedEvent\n/);
  expect(json).toEqual(eventTypes.map((type) => ({ type, ...eventCatalog[type] })));
});

test.each([
  [["FACT_SHEET_CREATED"], "fact-sheet-created"],
  [["fact-sheet-created"], "fact-sheet-created"],
  [["FactSheetCreatedEvent"], "fact-sheet-created"],
  [["FACT_SHEET_CREATED", "--variant", "clone"], "fact-sheet-created.clone"],
])("example %s", async (args, name) => {
  expect(JSON.parse((await cli(["example", ...args])).output)).toEqual(exampleBody(name));
});

test("the list of events fits a terminal", async () => {
  const rows = lines((await cli(["events"], { tty: { output: true }, columns: 80 })).output);

  expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(rows).toContain("    RelationSwitchEvent or RelationSwitchedEvent");
});

import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { eventCatalogue, eventTypes } from "../../src/index.js";
import { exampleBody } from "../examples.js";
import { cli, lines } from "./run.js";

const commands = ["validate", "drift", "send", "listen", "callback", "schema", "example", "events"];

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
  [["validate", "nowhere.json"], "error: nowhere.json: no such file or folder"],
  [["callback", "nowhere.js"], "error: nowhere.js: no such file"],
  [["callback", "src"], /^error: EISDIR/],
  [["validate", "package.json/x.json"], /^error: ENOTDIR/],
  [["send", "COMMENT_CREATED"], "error: required option '--to <url>' not specified"],
  [["send", "COMMENT_CREATED", "--to", "localhost:3000"], /^error: option '--to <url>' argument .* expected a URL/],
  [
    ["send", "COMMENT_CREATED", "--to", "http://x", "--repeat", "0"],
    /^error: option '--repeat <n>' .* an integer from 1/,
  ],
  [["listen", "--port", "65536"], /^error: option '--port <number>' .* expected an integer from 0 to 65535/],
])("%s is one line on standard error, and exit code 2", async (args, message) => {
  const { code, output, errors } = await cli(args);

  expect([code, output]).toEqual([2, ""]);
  expect(lines(errors)).toHaveLength(1);
  if (typeof message === "string") expect(errors).toBe(`${message}\n`);
  else expect(errors).toMatch(message);
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
  expect(json).toEqual(eventTypes.map((type) => ({ type, ...eventCatalogue[type] })));
});

test.each([
  [["FACT_SHEET_CREATED"], "fact-sheet-created"],
  [["fact-sheet-created"], "fact-sheet-created"],
  [["FactSheetCreatedEvent"], "fact-sheet-created"],
  [["FACT_SHEET_CREATED", "--variant", "clone"], "fact-sheet-created.clone"],
])("example %s", async (args, name) => {
  expect(JSON.parse((await cli(["example", ...args])).output)).toEqual(exampleBody(name));
});

test.each([
  [["FACT_SHEET_CREATED"], "2020-12/fact-sheet-created.json"],
  [["tags"], "2020-12/tags.json"],
  [["webhook-payload", "--dialect", "draft-07"], "draft-07/webhook-payload.json"],
])("schema %s", async (args, file) => {
  expect(JSON.parse((await cli(["schema", ...args])).output).$id).toContain(`/schemas/${file}`);
});

test("schema prints the OpenAPI and the AsyncAPI document", async () => {
  expect(JSON.parse((await cli(["schema", "openapi"])).output).openapi).toMatch(/^3\.1/);
  expect(JSON.parse((await cli(["schema", "asyncapi"])).output).asyncapi).toMatch(/^3\./);
});

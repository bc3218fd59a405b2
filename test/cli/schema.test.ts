import { describe, expect, test } from "vitest";
import { mutations } from "../../scripts/corpus/mutations.js";
import { exampleBody, examples } from "../examples.js";
import { type Accepts, compile, dialects, jsonSchemaAccepts, schemaNames } from "../json-schemas.js";
import { cli } from "./run.js";

async function print(...args: string[]): Promise<string> {
  return (await cli(["schema", ...args])).output;
}

test.each([
  [["FACT_SHEET_CREATED"], "2020-12/fact-sheet-created.json"],
  [["tags"], "2020-12/tags.json"],
  [["webhook-payload", "--dialect", "draft-07"], "draft-07/webhook-payload.json"],
  [["FactSheetViewedEvent", "--dialect", "draft-04"], "draft-04/fact-sheet-viewed.json"],
])("schema %s", async (args, file) => {
  const { $id, id = $id } = JSON.parse(await print(...args));

  expect(id).toContain(`/schemas/${file}`);
});

test("schema prints the OpenAPI and the AsyncAPI document", async () => {
  expect(JSON.parse(await print("openapi")).openapi).toMatch(/^3\.1/);
  expect(JSON.parse(await print("asyncapi")).asyncapi).toMatch(/^3\./);
});

const bodies = examples.flatMap(({ name, body }) => [
  body,
  { payload: body },
  ...mutations(name, body)
    .slice(0, 4)
    .map((mutation) => mutation.body),
]);

describe.each(dialects)("inlined in %s", (dialect) => {
  const printInlined = (name: string) => print(name, "--inline", "--dialect", dialect);

  test.each(schemaNames(dialect))("%s has no references, and takes all that it took", async (name) => {
    const text = await printInlined(name);
    const schema = JSON.parse(text);
    const accepts = compile(dialect, schema);

    expect(text).not.toMatch(/"(?:\$ref|\$defs|definitions)":/);
    expect(schema.$id ?? schema.id).toBeUndefined();
    expect(bodies.filter((body) => jsonSchemaAccepts(dialect, name, body) && !accepts(body))).toEqual([]);
  });

  test("what holds itself is written out once, and may hold anything below", async () => {
    const accepts: Accepts = compile(dialect, JSON.parse(await printInlined("fact-sheet-created")));
    const withCompletion = (completion: object) => {
      const body = exampleBody("fact-sheet-created");
      body.factSheet.completion = completion;
      return accepts(body);
    };
    const wrong = { completion: "all" };

    expect(withCompletion(wrong)).toBe(false);
    expect(withCompletion({ subCompletions: { a: wrong, b: null } })).toBe(true);
    expect(withCompletion({ subCompletions: { a: 7 } })).toBe(false);
  });
});

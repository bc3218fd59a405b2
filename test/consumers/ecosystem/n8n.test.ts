/** The code of the page on n8n, with all that n8n's task runner takes away from a Code node. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { parseWebhookEvent } from "leanix-webhook-events";
import { expect, test } from "vitest";

const cwd = join(import.meta.dirname, "snippets");
const page = readFileSync("docs/gateways/n8n.md", "utf8");
const [, code] = /^```js\n(.*?)^```$/ms.exec(page)!;
const [, bundle] = /^```sh\n(echo .*?)^```$/ms.exec(page)!;
const bodies: unknown[] = readdirSync("examples/payloads").flatMap((file) => {
  const payload: unknown = JSON.parse(readFileSync(join("examples/payloads", file), "utf8"));
  return [payload, { id: "1", payload }];
});

const takenAway = `
  for (const name of ["defineProperty", "defineProperties", "getPrototypeOf", "setPrototypeOf"]) Object[name] = () => ({});
  Reflect.getPrototypeOf = Reflect.setPrototypeOf = () => ({});
  delete Error.captureStackTrace;
  [Object, Function, Array, String, Number, RegExp, Error, TypeError, Map, Set, Symbol, JSON, Math].forEach(Object.freeze);
`;

/** What the Code node hands on, as JSON. */
async function run(code: string, globals: object = {}): Promise<unknown[]> {
  const all = () => [...bodies, { type: "FactSheetViewedEvent" }].map((body) => ({ json: { headers: {}, body } }));
  const context = createContext({ $input: { all }, ...globals });
  const items = await runInContext(`${takenAway}(async () => {${code}\n})()`, context);
  return (JSON.parse(JSON.stringify(items)) as { json: unknown }[]).map(({ json }) => json);
}

const expected = [
  ...bodies.map((body) => JSON.parse(JSON.stringify(parseWebhookEvent(body)))),
  { error: "FACT_SHEET_VIEWED: id: expected integer, received undefined" },
];

test("with the package", async () => {
  expect(await run(code!, { require: createRequire(import.meta.url) })).toEqual(expected);
});

test.skipIf(process.platform === "win32")("with a bundle that is pasted", async () => {
  const { status, stderr } = spawnSync("sh", ["-c", bundle!], { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const pasted = readFileSync(join(cwd, "code-node.js"), "utf8");

  expect(pasted.length).toBeLessThan(60_000);
  expect(await run(pasted + code!.slice(code!.indexOf("return")))).toEqual(expected);
});

/** The built package in a realm with JavaScript's own globals alone: Jest's jsdom has no `TextDecoder` either. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileFunction, createContext } from "node:vm";
import { expect, test } from "vitest";
import type * as examples from "../../src/examples.js";
import type * as library from "../../src/index.js";

const realm = createContext({});

test("has no TextDecoder", () => {
  const typeOf = compileFunction("return typeof TextDecoder", [], { parsingContext: realm });
  expect(typeOf()).toBe("undefined");
});

test("parses text, and takes a parsed value", () => {
  const { parseWebhookEvent } = load("dist/index.cjs") as typeof library;
  const { FACT_SHEET_CREATED } = (load("dist/examples.cjs") as typeof examples).examples;

  expect(parseWebhookEvent(JSON.stringify(FACT_SHEET_CREATED)).type).toBe("FACT_SHEET_CREATED");
  expect(parseWebhookEvent(FACT_SHEET_CREATED).payload).toBe(FACT_SHEET_CREATED);
});

/** What a CommonJS module exports in the realm. */
function load(filename: string): unknown {
  const module = { exports: {} };
  const require = (name: string) => load(join(dirname(filename), name));
  const parameters = ["module", "exports", "require"];
  const run = compileFunction(readFileSync(filename, "utf8"), parameters, { filename, parsingContext: realm });
  run(module, module.exports, require);
  return module.exports;
}

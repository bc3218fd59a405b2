/** The pages of events: their code compiles, and what they say of an event is what the library does. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kebabCase } from "../../src/catalog/names.js";
import { examples } from "../../src/examples.js";
import {
  deliveryKeyOf,
  eventCatalog,
  eventTypes,
  factSheetsOf,
  parseWebhookEvent,
  positionOf,
} from "../../src/index.js";
import { cli } from "../cli/run.js";
import { compile, snippetsOf, writeSnippets } from "./snippets.js";

const folder = ".cache/event-pages";
const pageOf = (type: string) => readFileSync(`docs/events/${kebabCase(type)}.md`, "utf8");

test("their handlers, types and schemas compile", { timeout: 120_000 }, () => {
  const snippets = readdirSync("docs/events").flatMap((file) => snippetsOf(`docs/events/${file}`));
  writeSnippets(folder, snippets);

  expect(snippets.length).toBe(eventTypes.length * 4);
  expect(compile(folder)).toBe("");
});

test.each(eventTypes)("%s: the example comes first, and the fields below it", (type) => {
  const headings = [...pageOf(type).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);

  expect(headings.slice(0, 5)).toEqual(["Example", "Handle it", "Select it in LeanIX", "What it holds", "Traps"]);
  expect(headings.indexOf("Fields")).toBe(5);
});

test.each(eventTypes)(
  "%s: only a page without a published example asks for the event's shape, by a command",
  async (type) => {
    const [, script] =
      /^export LEANIX_API_TOKEN=…\nnpx leanix-webhook-events (log [^|]*) \|$/m.exec(pageOf(type)) ?? [];

    expect(script === undefined).toBe(eventCatalog[type].evidence === "sample");
    if (script === undefined) return;
    expect(pageOf(type)).toContain("\n  npx leanix-webhook-events drift --json\n");
    const args = script
      .replace("<id>", "1")
      .replace(/\\\n\s+/, "")
      .split(" ");
    expect(await cli(args)).toMatchObject({ errors: "error: set LEANIX_API_TOKEN, or LEANIX_ACCESS_TOKEN\n" });
    expect(args).toContain(`${type},UNKNOWN`);
  },
);

test.each(eventTypes)("%s: fact sheets, key and position are read where the page says", (type) => {
  const event = parseWebhookEvent(examples[type]);
  const [, rows = ""] = pageOf(type).split("| you ask |");
  const pathsOf = (name: string) => [...(rows.match(new RegExp(`${name}.*`))?.[0].matchAll(/`(payload[^`]*)`/g) ?? [])];
  const read = (name: string) => pathsOf(name).map(([, path]) => valueAt(event, path!));

  expect(read("factSheetsOf")).toEqual(factSheetsOf(event).map(({ id }) => id));
  const parts = read("deliveryKeyOf")
    .join("-")
    .replaceAll(/[^\w-]/g, "_");
  // Where the body has no id of its own, a fingerprint follows.
  expect((deliveryKeyOf(event) ?? "").replace(/-f[0-9a-z]+$/, "")).toBe(parts);
  expect(read("recordPosition")).toEqual([positionOf(event)?.sequence].filter((one) => one !== undefined));
});

test.each(readdirSync("docs/events"))("%s: its code fits the page's column", (page) => {
  const text = readFileSync(`docs/events/${page}`, "utf8");
  const blocks = [...text.matchAll(/^```(?:ts|sh)[^\n]*\n(.*?)^```$/gms)].map(([, code]) => code!);

  expect(blocks.flatMap((code) => code.split("\n")).filter((line) => line.length > 84)).toEqual([]);
});

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

/** The recording in the docs shows what the command line prints: `npm run record` draws it anew. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { examples } from "../../src/examples.js";
import { folderOf } from "./folder.js";
import { listening } from "./listening.js";
import { cli, lines } from "./run.js";

const drawn = [...readFileSync("docs/cli.svg", "utf8").matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) =>
  text!
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&"),
);
const broken = JSON.stringify({ ...examples.FACT_SHEET_UPDATED, id: "42" });

test("docs/cli.svg is current", async () => {
  const bodies = [JSON.stringify(examples.COMMENT_CREATED), '{"type":"NeverSeenEvent"}', broken];
  const file = folderOf({ "broken.json": broken, "bodies.jsonl": bodies.join("\n") });

  const received = await listening([], async (to) => {
    await cli(["send", "FACT_SHEET_CREATED", "--to", to]);
    await cli(["send", "RELATION_CREATED", "--wrapped", "--to", to]);
    await cli(["send", file("broken.json"), "--to", to]);
  });
  const validated = (await cli(["validate", file("bodies.jsonl")])).output.replaceAll(
    file("bodies.jsonl"),
    "bodies.jsonl",
  );

  expect(drawn).toEqual([
    "$ npx leanix-webhook-events listen",
    "listening on http://127.0.0.1:3000/",
    ...received.map((line) => `09:15:00  ${line}`),
    "$ npx leanix-webhook-events validate bodies.jsonl",
    ...lines(validated),
  ]);
});

/**
 * The code of every page compiles, so that a changed signature cannot leave a recipe behind. The tests of consumers compile
 * and run the same code with the packages that it imports, and those of other languages that of languages/typescript.md.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { declareForeign } from "./foreign.js";
import { compile, snippetsOf, writeSnippets } from "./snippets.js";

const folder = ".cache/pages";
const others = /^(?:events|reference|api)\/|^languages\/typescript/;

test("the code of every page compiles", () => {
  const pages = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .map((page) => page.replaceAll("\\", "/"))
    .filter((page) => page.endsWith(".md") && !others.test(page));
  const snippets = pages.flatMap((page) =>
    snippetsOf(`docs/${page}`).map(({ file, code }) => ({ file: join(dirname(page), file), code })),
  );

  writeSnippets(folder, snippets);
  writeFileSync(join(folder, "foreign.d.ts"), declareForeign(snippets.map(({ code }) => code)));
  // The handler that the recipes' own tests bring along.
  writeFileSync(
    join(folder, "recipes/handle.ts"),
    'export declare function handle(event: import("leanix-webhook-events").WebhookEvent): Promise<void>;\n',
  );

  expect(new Set(snippets.map(({ file }) => file)).size, "two blocks of one name").toBe(snippets.length);
  // A foreign package's functions are untyped here: what they call has no types, and they take no type arguments (TS2347).
  const errors = compile(folder, { noImplicitAny: false, experimentalDecorators: true });
  expect(errors.replaceAll(/^.*error TS2347:.*\n/gm, "")).toBe("");
});

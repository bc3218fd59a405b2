import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printEventPages } from "../../scripts/generate/docs/event-pages.js";
import { readSchemas } from "../../scripts/generate/read/read-schemas.js";
import { kebabCase } from "../../src/catalog/names.js";

const library = readSchemas();
const pages = new Map(printEventPages(library).map(({ path, text }) => [path, text]));
const pageOf = (eventType: string) => pages.get(`docs/events/${kebabCase(eventType)}.md`)!;

describe("the page of", () => {
  test.each(library.events)("$eventType says what the schema says", (event) => {
    const page = pageOf(event.eventType);
    expect(page).toContain(`Evidence: **${event.evidence}**.`);
    for (const key of Object.keys(event.schema.shape)) expect(page).toContain(`\n- \`${key}\``);
    const siblings = library.events.filter(({ category }) => category === event.category);
    for (const { eventType } of siblings) expect(page).toContain(eventType);
    expect(page).toContain("```json\n{");
  });
});

test("every link leads to a page, a file or a heading", () => {
  for (const [path, text] of pages) {
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase());
    for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
      const [file, anchor] = target!.split("#");
      if (file) expect(pages.has(join("docs/events", file)) || existsSync(join(path, "..", file)), target).toBe(true);
      else expect(headings, `${path}: ${target}`).toContain(anchor);
    }
  }
});

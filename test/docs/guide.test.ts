/** What holds of every page of the guide. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { guide, pagesOf } from "../../scripts/generate/docs/guide.js";
import { firstSentence, titleOf } from "../../scripts/generate/docs/page.js";

const pages = readdirSync("docs", { recursive: true, encoding: "utf8" })
  .map((page) => page.replaceAll("\\", "/"))
  .filter((page) => page.endsWith(".md") && !/^(?:events|reference|api|node_modules)\//.test(page))
  .map((page) => page.replace(/\.md$/, ""));
const read = (page: string) => readFileSync(`docs/${page}.md`, "utf8");

test("every page stands in the guide, once", () => {
  const listed = Object.keys(guide).flatMap((section) => pagesOf(section, "docs"));

  expect(listed.toSorted()).toEqual(pages.filter((page) => page !== "index").toSorted());
});

test.each(pages.filter((page) => page !== "index"))(
  "%s has a title, and says what it is about in one sentence",
  (page) => {
    expect(titleOf(read(page))).not.toBe("");
    expect(firstSentence(read(page))?.length).toBeGreaterThan(20);
  },
);

test("no two pages say the same of themselves", () => {
  const said = pages.map((page) => firstSentence(read(page)));

  expect(new Set(said).size).toBe(said.length);
});

/** What is printed wraps, an address cannot be broken; the pages of other languages hold their programs as a test compiles them. */
test.each(pages.filter((page) => !page.startsWith("languages/")))(
  "%s: no line of code is longer than its column",
  (page) => {
    const blocks = [...read(page).matchAll(/^```(?!te?xt)\w+[^\n]*\n(.*?)^```$/gms)].map(([, code]) => code!);

    expect(
      blocks.flatMap((code) => code.split("\n")).filter((line) => [...line].length > 84 && !/"https:\S+"$/.test(line)),
    ).toEqual([]);
  },
);

test("one first receiver everywhere", () => {
  const receivers = ["README", "docs/index", "docs/start", "docs/receiving", ...platforms()].flatMap((page) =>
    [...readFileSync(`${page}.md`, "utf8").matchAll(/createReceiver\((\{.*?^\})\)/gms)].map(([, options]) => options!),
  );
  const first = receivers[0]!;
  const inAzure = (options: string) =>
    options.replace("(event, context: InvocationContext)", "(event)").replaceAll("context.log", "console.log");

  expect(first).toContain("handle(event) {");
  expect(
    receivers.map(inAzure).filter((options) => options.includes("FACT_SHEET_UPDATED") && options !== first),
  ).toEqual([]);
  for (const page of platforms()) expect(inAzure(readFileSync(`${page}.md`, "utf8"))).toContain(first);
});

test("llms.txt lists every page and every event, and each of its links leads to a file", () => {
  const text = readFileSync("llms.txt", "utf8");
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);

  const events = readdirSync("docs/events").filter((file) => file !== "index.md");
  for (const page of [
    ...pages.filter((page) => page !== "index").map((page) => `${page}.md`),
    ...events.map((file) => `events/${file}`),
  ])
    expect(links).toContain(`docs/${page}`);
  for (const link of links) expect(readdirSync(dirname(join(".", link)))).toContain(link.split("/").at(-1));
});

function platforms(): string[] {
  return readdirSync("docs/platforms").map((file) => `docs/platforms/${file.replace(/\.md$/, "")}`);
}

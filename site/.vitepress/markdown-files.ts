/** What assistants read of the site: llms.txt, and the pages that it lists as they are written. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { linkOnSite } from "./links-outside.ts";

const hidden = /^(?:reference|api|node_modules)\//;

export function writeMarkdown(outDir: string): void {
  const pages = readdirSync("../docs", { recursive: true, encoding: "utf8" })
    .map((page) => page.replaceAll("\\", "/"))
    .filter((page) => page.endsWith(".md") && page !== "index.md" && !hidden.test(page));
  for (const page of pages)
    write(page, withLinks(readFileSync(`../docs/${page}`, "utf8"), "../".repeat(page.split("/").length - 1)));
  write("llms.txt", withLinks(readFileSync("../llms.txt", "utf8"), ""));

  function write(path: string, text: string): void {
    mkdirSync(dirname(`${outDir}/${path}`), { recursive: true });
    writeFileSync(`${outDir}/${path}`, text);
  }
}

/** @param top The way from the page to the top of the site. */
function withLinks(markdown: string, top: string): string {
  return markdown.replaceAll(/\]\((?![a-z]+:|#)([^)]+)\)/g, (_all, link: string) => {
    const onSite = linkOnSite(link);
    return `](${onSite.startsWith("/") ? top + onSite.slice(1) : onSite})`;
  });
}

/** What a page says of itself to browsers, search engines and chats. */

import { readFileSync } from "node:fs";
import type { HeadConfig, PageData, TransformContext } from "vitepress";
import { firstSentence } from "../../scripts/generate/docs/page.js";
import { address, base } from "./address.ts";

export const head: HeadConfig[] = [
  ["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }],
  ["meta", { name: "theme-color", content: "#2456c7" }],
];

/** A page without a description of its own is described by its first sentence. */
export function describe(page: PageData): void {
  if (page.relativePath.startsWith("reference/")) Object.assign(page.frontmatter, { prev: false, next: false });
  if (page.frontmatter.description || page.isNotFound) return;
  page.description = firstSentence(readFileSync(`../docs/${page.relativePath}`, "utf8")) ?? page.description;
}

export function headOf({ pageData, title, description }: TransformContext): HeadConfig[] {
  const card = { title, description, type: "website", site_name: "leanix-webhook-events" };
  const about = Object.entries(card).map(([key, content]): HeadConfig => ["meta", { property: `og:${key}`, content }]);
  if (!address || pageData.isNotFound) return about;
  const url = address + pageData.relativePath.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, ".html");
  return [
    ...about,
    ["link", { rel: "canonical", href: url }],
    ["meta", { property: "og:url", content: url }],
    ["meta", { property: "og:image", content: `${address}card.png` }],
    ["meta", { name: "twitter:card", content: "summary_large_image" }],
  ];
}

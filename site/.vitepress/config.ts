import { cpSync, existsSync, symlinkSync, writeFileSync } from "node:fs";
import { defineConfig } from "vitepress";
import { address, base } from "./address.ts";
import { eventPage } from "./event-page.ts";
import { describe, head, headOf } from "./head.ts";
import { inlineCode } from "./inline-code.ts";
import { linksOutside } from "./links-outside.ts";
import { writeMarkdown } from "./markdown-files.ts";
import { searchOptions } from "./search.ts";
import { sidebar } from "./sidebar.ts";
import { tableLabels } from "./table-labels.ts";

// The pages import Vue, which is installed here.
if (!existsSync("../docs/node_modules")) symlinkSync("../site/node_modules", "../docs/node_modules", "junction");

export default defineConfig({
  title: "leanix-webhook-events",
  description: "Types, validators and JSON Schemas for every SAP LeanIX webhook event.",
  lang: "en",
  base,
  srcDir: "../docs",
  srcExclude: ["api/**"],
  cleanUrls: false,
  router: { prefetchLinks: false },
  head,
  transformPageData: describe,
  transformHead: headOf,
  ...(address && {
    sitemap: { hostname: address, transformItems: (items) => [...items, { url: "playground/index.html" }] },
  }),
  vite: { publicDir: false },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(md) {
      eventPage(md);
      inlineCode(md);
      linksOutside(md);
      tableLabels(md);
    },
  },
  themeConfig: {
    search: { provider: "local", options: searchOptions },
    nav: [
      { text: "Guide", link: "/start", activeMatch: "^/(?!events/|reference/|index|$)" },
      { text: "Events", link: "/events/", activeMatch: "^/events/" },
      { text: "API", link: "/reference/", activeMatch: "^/reference/" },
      { text: "Playground", link: "/playground/index.html", target: "_self" },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
  },
  buildEnd({ outDir }) {
    cpSync("public", outDir, { recursive: true });
    writeMarkdown(outDir);
    for (const folder of ["schemas", "examples"]) cpSync(`../${folder}`, `${outDir}/${folder}`, { recursive: true });
    writeFileSync(
      `${outDir}/robots.txt`,
      `User-agent: *\nAllow: /\n${address ? `Sitemap: ${address}sitemap.xml\n` : ""}`,
    );
  },
});

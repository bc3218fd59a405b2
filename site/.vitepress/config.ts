import { cpSync, existsSync, symlinkSync } from "node:fs";
import { defineConfig } from "vitepress";
import { linksOutside } from "./links-outside.ts";
import { sidebar } from "./sidebar.ts";
import { tableLabels } from "./table-labels.ts";

/** Where the site is served: `/` or, on GitHub Pages, `/<repository>/`. */
const base = process.env.SITE_BASE ?? "/";

// The pages import Vue, which is installed here.
if (!existsSync("../docs/node_modules")) symlinkSync("../site/node_modules", "../docs/node_modules", "junction");

export default defineConfig({
  title: "leanix-webhook-events",
  description: "Types, validators and JSON Schemas for every SAP LeanIX webhook event.",
  base,
  srcDir: "../docs",
  srcExclude: ["api/**"],
  cleanUrls: false,
  vite: { publicDir: false },
  markdown: {
    config(md) {
      linksOutside(md);
      tableLabels(md);
    },
  },
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Start", link: "/start" },
      { text: "Events", link: "/events/" },
      { text: "API", link: "/reference/" },
      { text: "Playground", link: "/playground/index.html", target: "_self" },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
  },
  buildEnd({ outDir }) {
    for (const folder of ["schemas", "examples"]) cpSync(`../${folder}`, `${outDir}/${folder}`, { recursive: true });
  },
});

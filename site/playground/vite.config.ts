import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { address } from "../.vitepress/address.ts";

/** As the other pages have them. */
const head = address && [
  { tag: "link", attrs: { rel: "canonical", href: `${address}playground/index.html` } },
  { tag: "meta", attrs: { property: "og:image", content: `${address}card.png` } },
];

/** The owner sets `repository`, and `npm run generate` writes `bugs` after it. */
const { bugs } = JSON.parse(readFileSync("../package.json", "utf8"));

export default defineConfig({
  base: "./",
  build: { outDir: "../.vitepress/dist/playground", target: "es2022", modulePreload: false, assetsInlineLimit: 0 },
  define: { DRIFT_FORM: JSON.stringify(bugs && `${bugs}/new?template=drift.yml`) ?? "undefined" },
  plugins: [{ name: "head", transformIndexHtml: () => head || [] }],
});

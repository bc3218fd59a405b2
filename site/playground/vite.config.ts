import { defineConfig } from "vite";
import { address } from "../.vitepress/address.ts";

/** As the other pages have them. */
const head = address && [
  { tag: "link", attrs: { rel: "canonical", href: `${address}playground/index.html` } },
  { tag: "meta", attrs: { property: "og:image", content: `${address}card.png` } },
];

export default defineConfig({
  base: "./",
  build: { outDir: "../.vitepress/dist/playground", target: "es2022", modulePreload: false, assetsInlineLimit: 0 },
  plugins: [{ name: "head", transformIndexHtml: () => head || [] }],
});

import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { outDir: "../.vitepress/dist/playground", target: "es2022", modulePreload: false, assetsInlineLimit: 0 },
});

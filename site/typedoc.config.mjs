import { fileURLToPath } from "node:url";
import api from "../typedoc.config.mjs";

/** The API as Markdown, for VitePress. Runs in the repository's root. */
export default {
  ...api,
  readme: "none",
  entryPoints: api.entryPoints.map((path) => `../${path}`),
  tsconfig: "../tsconfig.docs.json",
  plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme"].map((name) =>
    fileURLToPath(import.meta.resolve(name)),
  ),
  out: "../docs/reference",
  docsRoot: "../docs",
  hideBreadcrumbs: true,
  // `npm run docs` is what refuses a warning.
  treatWarningsAsErrors: false,
};

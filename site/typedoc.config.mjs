import { fileURLToPath } from "node:url";
import api from "../typedoc.config.mjs";

/** The API as Markdown, for VitePress. Runs in the repository's root. */
export default {
  ...api,
  name: "API",
  readme: "none",
  entryPoints: api.entryPoints.map((path) => `../${path}`),
  tsconfig: "../tsconfig.docs.json",
  plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme", "./typedoc-modules.mjs"].map((name) =>
    fileURLToPath(import.meta.resolve(name)),
  ),
  out: "../docs/reference",
  docsRoot: "../docs",
  indexFormat: "table",
  parametersFormat: "table",
  sort: ["static-first", "alphabetical"],
  // `npm run docs` is what refuses a warning.
  treatWarningsAsErrors: false,
};

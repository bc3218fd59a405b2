import type { Language } from "./language.js";

/** Languages whose types are generated here and shown in the docs, but not compiled. */
export const generatedOnly: Language[] = [
  ["C#", "csharp"],
  ["Kotlin", "kotlin"],
  ["Swift", "swift"],
].map(([name, language]) => ({
  name: name!,
  toolchain: [["npm", "--version"]],
  prepare: ({ quicktype }) => quicktype(language!, "2020-12", "types"),
  types: ({ pinned }) => [
    { tool: "quicktype", version: pinned("../javascript/package.json", "quicktype"), folders: { "2020-12": "types" } },
  ],
}));

import type { Language } from "./harness/language.js";

/** Languages whose types are generated here and shown in the docs, but not compiled. */
export const generatedOnly: Language[] = [["Swift", "swift", "swift"]].map(([name, folder, ending]) => ({
  name: name!,
  folder: folder!,
  toolchain: {},
  prepare: ({ quicktype }) => quicktype(folder!, "2020-12", `types/{type}.${ending}`),
  types: ({ pinned }) => [
    { tool: "quicktype", version: pinned("../javascript/package.json", "quicktype"), folders: { "2020-12": "types" } },
  ],
}));

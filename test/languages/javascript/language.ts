import { both, type Language } from "../harness/language.js";

/** Also runs quicktype for the other languages. */
export const javascript: Language = {
  name: "TypeScript",
  toolchain: [
    ["node", "--version"],
    ["npm", "--version"],
  ],
  prepare({ run, quicktype, eventSchemas, examples, copyPageSchema }) {
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    quicktype("typescript", "2020-12", "generated/quicktype");
    quicktype("typescript", "draft-07", "draft-07/quicktype");
    run("node", "json2ts.mjs", eventSchemas("2020-12"), examples, "generated/json2ts");
    run("node", "json2ts.mjs", eventSchemas("draft-07"), examples, "draft-07/json2ts");
    run("npx", "tsc");
    copyPageSchema("2020-12");
    run("npx", "json2ts", "--input", "fact-sheet-created.json", "--output", "fact-sheet-created.ts");
    run("npx", "tsc", "--strict", "--module", "nodenext", "--types", "node", "--outDir", "page", "receive.ts");
  },
  validators: ({ pinned }) =>
    ["ajv", "hyperjump"].map((tool) => ({
      tool: tool === "ajv" ? "ajv" : "@hyperjump/json-schema",
      version: pinned("package.json", tool === "ajv" ? '"ajv"' : "@hyperjump/json-schema"),
      dialects: both,
      command: (dialect) => ["node", "validate.mjs", tool, dialect],
    })),
  types: ({ pinned, examples, work }) =>
    ["quicktype", "json2ts"].map((tool) => ({
      tool: tool === "json2ts" ? "json-schema-to-typescript" : "quicktype",
      version: pinned("package.json", tool === "json2ts" ? "json-schema-to-typescript" : "quicktype"),
      folders: { "2020-12": `generated/${tool}`, "draft-07": `draft-07/${tool}` },
      roundTrip: ["node", "roundtrip.mjs", tool, examples, `${work}/compiled/${tool}`],
    })),
  page: { page: "typescript.md", source: "receive.ts", command: ["node", "page/receive.js"] },
};

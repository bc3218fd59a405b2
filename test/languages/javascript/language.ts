import { checkDocuments } from "../documents.js";
import { type KnownDifference, noInteger } from "../harness/known-differences.js";
import { both, type Dialect, type Language } from "../harness/language.js";
import { eventSchemas } from "../harness/schemas.js";

const refusedByZod: KnownDifference = {
  what: "the schemas of any event, and of the categories of runs and of automations, are refused",
  why: "it knows no `not`",
  matches: /^(?:automations|integration-runs|webhook-(?:delivery|envelope|payload)): says nothing of /,
};

export const javascript: Language = {
  name: "TypeScript",
  folder: "javascript",
  toolchain: { node: ["node", "--version"], npm: ["npm", "--version"] },
  prepare({ run, quicktype, examples, copyPageSchema }) {
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    quicktype("typescript", "2020-12", "generated/quicktype/{type}.ts");
    quicktype("typescript", "draft-07", "draft-07/quicktype/{type}.ts");
    run("node", "json2ts.mjs", eventSchemas("2020-12"), examples, "generated/json2ts");
    run("node", "json2ts.mjs", eventSchemas("draft-07"), examples, "draft-07/json2ts");
    run("npx", "tsc");
    copyPageSchema("2020-12");
    run("npx", "json2ts", "--input", "fact-sheet-created.json", "--output", "fact-sheet-created.ts");
    run("npx", "tsc", "--strict", "--module", "nodenext", "--types", "node", "--outDir", "page", "receive.ts");
  },
  validators: ({ pinned }) => {
    const validator = (tool: string, dialects: Dialect[]) => ({
      tool,
      version: pinned("package.json", `"${tool}"`),
      dialects,
      command: (dialect: Dialect) => ["node", "validate.mjs", tool, dialect],
    });
    return [
      validator("ajv", [...both, "draft-04"]),
      validator("@hyperjump/json-schema", both),
      validator("@exodus/schemasafe", [...both, "draft-04"]),
      validator("@cfworker/json-schema", [...both, "draft-04"]),
      validator("z-schema", ["draft-04"]),
      // It knows no `const` where a draft is newer.
      validator("djv", ["draft-04"]),
      {
        ...validator("zod", ["2020-12"]),
        tool: "z.fromJSONSchema of zod",
        knownDifferences: [
          refusedByZod,
          { ...noInteger, what: "a number beyond 2^53 is no integer", why: "it makes `z.int()` of an integer" },
        ],
      },
    ];
  },
  types: ({ pinned, examples, work }) =>
    ["quicktype", "json2ts"].map((tool) => ({
      tool: tool === "json2ts" ? "json-schema-to-typescript" : "quicktype",
      version: pinned("package.json", tool === "json2ts" ? "json-schema-to-typescript" : "quicktype"),
      folders: { "2020-12": `generated/${tool}`, "draft-07": `draft-07/${tool}` },
      roundTrip: ["node", "roundtrip.mjs", tool, examples, `${work}/compiled/${tool}`],
    })),
  page: { page: "typescript.md", source: "receive.ts", command: ["node", "page/receive.js"] },
  others: checkDocuments,
  // It runs quicktype for the others.
  isShared: true,
};

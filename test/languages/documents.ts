/** schemas/openapi.json and schemas/asyncapi.json, with the tools that their readers use. */
import { resolve } from "node:path";
import type { Context } from "./harness/language.js";
import { type Row, rowOf } from "./harness/row.js";

export function checkDocuments({ run, pinned }: Context): Row[] {
  const openApi = resolve("schemas/openapi.json");
  const asyncApi = resolve("schemas/asyncapi.json");
  const check = (name: string, tool: string, result: string, ...commands: string[][]): Row =>
    rowOf({ name }, { tool, version: pinned("package.json", tool) }, "2020-12", () => {
      for (const command of commands) run(...command);
      return { result };
    });
  return [
    rowOf(
      { name: "OpenAPI" },
      { tool: "@redocly/cli", version: pinned("package.json", "@redocly/cli") },
      "2020-12",
      () => {
        const report = JSON.parse(
          run("npx", "redocly", "lint", "--config", "redocly.yaml", "--format", "json", openApi),
        );
        const problems = (report.problems as { ruleId: string; message: string }[]).map(
          ({ ruleId, message }) => `${ruleId}: ${message}`,
        );
        return { result: `${report.totals.errors} errors, ${report.totals.warnings} warnings`, problems };
      },
    ),
    check(
      "OpenAPI",
      "openapi-typescript",
      "compiled",
      ["npx", "openapi-typescript", openApi, "--output", "openapi.ts"],
      ["npx", "tsc", "--noEmit", "--strict", "openapi.ts"],
    ),
    check("AsyncAPI", "@asyncapi/parser", "valid", ["node", "asyncapi.mjs", asyncApi]),
  ];
}

/** schemas/openapi.json and schemas/asyncapi.json, with the tools that their readers use. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Context } from "./harness/language.js";
import type { Row } from "./harness/table.js";

const openApi = resolve("schemas/openapi.json");
const asyncApi = resolve("schemas/asyncapi.json");

export function documents({ run, pinned }: Context, problems: string[]): Row[] {
  const check = (tool: string, document: string, result: string, ...commands: string[][]): Row => {
    const row = {
      language: document.includes("open") ? "OpenAPI" : "AsyncAPI",
      tool,
      version: pinned("package.json", tool),
      dialect: "2020-12",
      bodies: 0,
    };
    try {
      if (!existsSync(document)) throw new Error(`${document}: no such file`);
      for (const command of commands) run(...command);
      return { ...row, result };
    } catch (error) {
      problems.push(`${tool}: ${(error as Error).message}`);
      return { ...row, result: "failed", failed: true };
    }
  };
  return [
    check("@redocly/cli", openApi, "linted", ["npx", "redocly", "lint", "--config", "redocly.yaml", openApi]),
    check(
      "openapi-typescript",
      openApi,
      "compiled",
      ["npx", "openapi-typescript", openApi, "--output", "openapi.ts"],
      ["npx", "tsc", "--noEmit", "--strict", "openapi.ts"],
    ),
    check("@asyncapi/parser", asyncApi, "valid", ["node", "asyncapi.mjs", asyncApi]),
  ];
}

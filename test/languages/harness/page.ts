import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, Language, Page } from "./language.js";
import { type Row, rowOf } from "./row.js";

/** The page shows the program as it is run here, and the program works. */
export function checkPage(language: Language, page: Page, context: Context): Row {
  const tool = { tool: `the page's program`, version: "" };
  return rowOf(language, tool, "", () => {
    const problems = problemsOf(page, context);
    return { result: problems.length > 0 ? "failed" : "runs, and refuses a wrong body", problems };
  });
}

function problemsOf({ page, source, command }: Page, { runOn, work }: Context): string[] {
  const body = readFileSync("examples/payloads/fact-sheet-created.json", "utf8");
  const { displayName } = JSON.parse(body).factSheet as { displayName: string };
  const text = readFileSync(join("docs/languages", page), "utf8");
  const program = readFileSync(join(work, source), "utf8").trimEnd();
  const printed = runOn(body, ...command).trim();
  return [
    ...(text.includes(program) ? [] : [`docs/languages/${page} shows another program than ${source}`]),
    ...(printed === displayName ? [] : [`${source} prints ${printed} instead of ${displayName}`]),
    ...(accepts(() => runOn(body.replace('"factSheet"', '"other"'), ...command))
      ? [`${source} takes a body without its fact sheet`]
      : []),
  ];
}

function accepts(program: () => void): boolean {
  try {
    program();
    return true;
  } catch {
    return false;
  }
}

import { readFileSync, writeFileSync } from "node:fs";

export interface Row {
  language: string;
  tool: string;
  version: string;
  dialect: string;
  bodies: number;
  result: string;
  failed?: boolean;
}

const page = "docs/languages.md";
const begin = "<!-- languages:begin, written by `npm run test:languages` -->";
const end = "<!-- languages:end -->";

export function printTable(rows: Row[]): string {
  const lines = rows.map(({ language, tool, version, dialect, bodies, result }) => [
    language,
    tool,
    version,
    dialect,
    bodies ? String(bodies) : "",
    result,
  ]);
  return [["language", "tool", "version", "dialect", "bodies", "result"], Array(6).fill("---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Puts the table between the marks of the page. */
export function writeTable(rows: Row[]): void {
  const text = readFileSync(page, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${page}: no place for the table`);
  writeFileSync(page, `${text.slice(0, before + begin.length)}\n${printTable(rows)}\n${text.slice(after)}`);
}

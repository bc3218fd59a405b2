import { readFileSync } from "node:fs";

/** The text of a file with other lines between two of its own; the rest is written by hand. */
export function withSection(file: string, start: string, end: string, lines: readonly string[]): string {
  const text = readFileSync(file, "utf8");
  const from = text.indexOf(`${start}\n`) + start.length + 1;
  const to = text.indexOf(end);
  if (from <= start.length || to < from) throw new Error(`${file}: no ${start} before ${end}`);
  return `${text.slice(0, from)}${lines.join("\n")}\n${text.slice(to)}`;
}

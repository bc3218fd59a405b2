import type { Terminal } from "./terminal.js";

const USUAL_COLUMNS = 80;
const INDENT = "    ";

/** How many characters a line of the output can have; any number if it is no terminal. */
export function columnsOf({ output }: Terminal): number {
  return output.isTTY ? output.columns || USUAL_COLUMNS : Number.POSITIVE_INFINITY;
}

/** The end of a text that is too long, because a place ends with what tells it from others. */
export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `…${text.slice(1 - Math.max(width, 1))}`;
}

/** Indented lines of a text; a word that is longer than a line is cut. */
export function indented(text: string, columns: number): string {
  const width = Math.max(columns - INDENT.length, 20);
  const lines = text.matchAll(new RegExp(`\\S.{0,${width - 1}}(?= |$)|\\S.{0,${width - 1}}`, "gu"));
  return [...lines].map(([line]) => `${INDENT}${line}`).join("\n");
}

/** `head: rest` on one line; the rest below if that is longer than the terminal is wide. */
export function fitted(head: string, rest: string, terminal: Terminal): string {
  const columns = columnsOf(terminal);
  const line = `${head}: ${rest}`;
  return line.length <= columns ? line : `${head}:\n${indented(rest, columns)}`;
}

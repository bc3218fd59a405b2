/** Compares what was sent with what the receiver answered, and prints both as a table. */
import type { Form, Sent } from "./bodies.js";
import type { Answer } from "./receiver.js";

export interface Row {
  file: string;
  event: string;
  category: string;
  evidence: string;
  form: Form;
  verdict: "ok" | "WRONG";
  value: string;
  ok: boolean;
  problem: string;
}

const columns = ["event", "category", "evidence", "form", "verdict", "value"] as const;
const maxValueLength = 48;

export function row({ file, form, expected }: Sent, answer: Answer): Row {
  const { event, category, evidence, value } = answer;
  const problem = answer.error ?? mismatch(form, expected, answer);
  const ok = problem === "";
  return { file, event, category, evidence, form, verdict: ok ? "ok" : "WRONG", value: oneLine(value), ok, problem };
}

function mismatch(form: Form, expected: Sent["expected"], answer: Answer): string {
  if (expected !== undefined && answer.event !== expected)
    return `expected ${expected}, the receiver saw ${answer.event}`;
  if ((form === "wrapped") !== (answer.form === "wrapped"))
    return `sent ${form}, the receiver saw a ${answer.form} body`;
  return "";
}

export function printTable(rows: Row[]): string {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join("  ")
      .trimEnd();
  return [
    line([...columns]),
    line(widths.map((width) => "-".repeat(width))),
    ...rows.map((row) => line(columns.map((column) => row[column]))),
  ].join("\n");
}

function oneLine(value: string): string {
  const line = value.replaceAll(/\s+/g, " ");
  return line.length > maxValueLength ? `${line.slice(0, maxValueLength - 1)}…` : line;
}

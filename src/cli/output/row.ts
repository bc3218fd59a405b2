import type { WebhookEventError } from "../../parse/error.js";
import { formatPath } from "../../parse/message.js";
import type { SourcedBody } from "../input/bodies-of.js";
import { columnsOf, indented, shortened } from "./fit.js";
import { colour, printable, type Terminal } from "./terminal.js";
import { type Verdict, verdictOf } from "./verdict.js";

/** What is printed of a verdict: no value of the body, unless values are asked for. */
export interface Row extends Omit<Verdict, "issue" | "reason" | "vendorName" | "nestedAt"> {
  /** Why the event is unknown, or why there is no body. */
  reason?: string;
  path?: string;
  expected?: string;
  received?: string;
}

/** The row for one input. */
export function rowOf(sourced: SourcedBody, values: boolean): Row {
  if (sourced.unreadable !== undefined) return { result: "refused", event: "UNKNOWN", reason: sourced.unreadable };
  const judged = verdictOf(sourced.body);
  if (judged.result === "ok") return judged as Row;
  const { issue, name, vendorName, nestedAt, ...verdict } = judged;
  const shown = values ? name : vendorName;
  return {
    ...verdict,
    ...(shown !== undefined && { name: shown }),
    ...(nestedAt && { path: formatPath(nestedAt) }),
    ...(issue && issueOf(issue, values)),
  };
}

function issueOf({ path, expected, received, receivedKind }: WebhookEventError, values: boolean): Partial<Row> {
  return { path: formatPath(path), expected, received: values ? received : receivedKind };
}

/** Result, event, evidence, form and place, then what is wrong: in one line, or below on a terminal, where lines fit. */
export function printRow(row: Row, place: string, terminal: Terminal, before = ""): string {
  return terminal.output.isTTY ? fittedRow(row, place, terminal, before) : before + plainRow(row, place);
}

function plainRow(row: Row, place: string): string {
  const { result, event, evidence = "-", form = "-" } = row;
  const why = reasonOf(row);
  const said = printable(why === "" ? place : `${place}: ${why}`);
  return `${result.padEnd(7)}  ${event.padEnd(26)}  ${evidence.padEnd(8)}  ${form.padEnd(7)}  ${said}`;
}

const signs = { ok: ["green", "✓"], unknown: ["yellow", "?"], refused: ["red", "✕"] } as const;

/** Below so many columns, evidence and form are left out. */
const MIN_COLUMNS = 76;

function fittedRow(row: Row, place: string, terminal: Terminal, before: string): string {
  const { event, evidence = "-", form = "-" } = row;
  const columns = columnsOf(terminal);
  const [name, sign] = signs[row.result];
  const left = columns - before.length;
  const details = left < MIN_COLUMNS ? "" : `${evidence.padEnd(8)}  ${form.padEnd(7)}  `;
  const head = ` ${event.padEnd(26)}  ${details}`;
  const line = `${before}${colour(terminal, name, sign)}${head}${shortened(printable(place), left - 1 - head.length)}`;
  const why = reasonOf(row);
  return why === "" ? line : `${line}\n${indented(printable(why), columns)}`;
}

function reasonOf(row: Row): string {
  const { reason, name, path, expected } = row;
  const why = [reason, name && JSON.stringify(name), !expected && path && `at ${path}`].filter(Boolean).join(" ");
  return [why, expected && describeIssue(row)].filter(Boolean).join(": ");
}

/** `factSheet.id: expected non-empty string, received number` */
export function describeIssue({ path, expected, received }: Row): string {
  return `${path || "body"}: expected ${expected}, received ${received}`;
}

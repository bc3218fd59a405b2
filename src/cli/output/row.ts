import type { WebhookEventError } from "../../parse/error.js";
import { formatPath } from "../../parse/message.js";
import type { SourcedBody } from "../input/bodies.js";
import { colour, printable, type Terminal } from "./terminal.js";
import { type Verdict, verdictOf } from "./verdict.js";

/** What is printed of a verdict: no value of the body, unless values are asked for. */
export interface Row extends Omit<Verdict, "issue" | "reason"> {
  /** Why the event is unknown, or why there is no body. */
  reason?: string;
  path?: string;
  expected?: string;
  received?: string;
}

/** The row of a body, or of what should be one. */
export function rowOf(sourced: SourcedBody, values: boolean): Row {
  if (sourced.unreadable !== undefined) return { result: "refused", event: "UNKNOWN", reason: sourced.unreadable };
  const { issue, name, ...verdict } = verdictOf(sourced.body);
  return { ...verdict, ...(values && name !== undefined && { name }), ...(issue && issueOf(issue, values)) };
}

function issueOf({ path, expected, received, receivedKind }: WebhookEventError, values: boolean): Partial<Row> {
  return { path: formatPath(path), expected, received: values ? received : receivedKind };
}

const colours = { ok: "green", unknown: "yellow", refused: "red" } as const;

/** One line: result, event, evidence and form in columns, then the place and what is wrong there. */
export function printRow(row: Row, place: string, terminal: Terminal): string {
  const { result, event, evidence = "-", form = "-", reason, name, expected } = row;
  const columns = [
    colour(terminal, colours[result], result.padEnd(7)),
    event.padEnd(26),
    evidence.padEnd(8),
    form.padEnd(7),
  ];
  const why = [reason, name && JSON.stringify(name)].filter(Boolean).join(" ");
  const issue = expected && describeIssue(row);
  return [...columns, printable([place, why, issue].filter(Boolean).join(": "))].join("  ");
}

/** `factSheet.id: expected non-empty string, received number` */
export function describeIssue({ path, expected, received }: Row): string {
  return `${path || "body"}: expected ${expected}, received ${received}`;
}

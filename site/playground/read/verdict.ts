import { type Verdict, verdictOf } from "../../../src/cli/output/verdict.js";
import { jsonOf } from "../../../src/json/text.js";
import { examine } from "../../../src/parse/examine.js";
import { formatPath } from "../../../src/parse/message.js";
import { type About, aboutBody } from "./about.js";
import { faultsOf } from "./faults.js";
import { innerOf, linesOf } from "./inner.js";
import { notJson } from "./not-json.js";
import { type Excerpt, excerptAt, excerptOf } from "./place.js";
import type { Body } from "./read-bodies.js";
import { reasonOf } from "./reasons.js";

export interface Judged extends Verdict {
  body: Body;
}

/** One thing that is wrong or different, and where. */
export interface Said {
  message: string;
  excerpt?: Excerpt;
}

/** What the page shows of a body. */
export interface Shown extends Pick<Verdict, "result" | "event" | "evidence"> {
  form: "bare" | "wrapped" | "empty" | "not readable";
  /** Where the body is among others: `line 3`, `line 1, [2]`. */
  source: string;
  /** First why, then each difference. */
  said: Said[];
  /** JSON text of a body that stands in this one. */
  inner?: string;
  about?: About;
  /** JSON text of the body; absent if it is large. */
  text?: string;
  /** Of bodies that say the same, where the others are. */
  others?: string[];
}

const LARGEST = 500_000;

export function judge(body: Body): Judged {
  const verdict =
    body.unreadable === undefined ? verdictOf(body.body) : ({ result: "refused", event: "UNKNOWN" } as const);
  return { ...verdict, body };
}

/** What bodies have in common that are shown as one. */
export function sameness({ result, event, reason, name, issue }: Judged): string {
  const path = issue && formatPath(issue.path).replaceAll(/\[\d+\]/g, "[]");
  const kind = issue && `${issue.code} ${issue.expected} ${issue.receivedKind}`;
  return [result, event, reason, name, path, kind].join("\0");
}

/** What is shown of a verdict: why it is so, and each place. */
export function shownOf(judged: Judged): Shown {
  const { body, result, event, evidence, form, reason } = judged;
  const inner = innerOf(judged);
  const isSmall = body.text.length <= LARGEST;
  const text = isSmall && form ? linesOf(decoded(body.body)) : undefined;
  return {
    result,
    event,
    ...(evidence !== undefined && { evidence }),
    form: reason === "EMPTY" ? "empty" : (form ?? "not readable"),
    source: sourceOf(body),
    said: saidOf(judged),
    ...(inner !== undefined && { inner }),
    ...(body.unreadable === undefined && { about: aboutBody(judged) }),
    ...(text !== undefined && { text }),
  };
}

export function sourceOf({ line, path }: Body): string {
  return [`line ${line}`, formatPath(path)].filter(Boolean).join(", ");
}

function saidOf(judged: Judged): Said[] {
  const { body, result, form, issue } = judged;
  const { text, line, path, unreadable } = body;
  if (unreadable) return [{ message: unreadable }];
  const reason = reasonOf(judged);
  const why = reason === undefined ? [] : [{ message: reason }];
  if (issue?.code === "INVALID_JSON" && typeof body.body === "string" && path.length === 0) {
    const { message, offset } = notJson(text);
    return [{ message, excerpt: excerptAt(text, offset, line) }];
  }
  if (!issue) return why;
  const outer = [...path, ...(form === "wrapped" ? ["payload"] : [])];
  const { payload } = examine(body.body);
  const canBeFilled = issue.code === "INVALID_PAYLOAD" && text.length <= LARGEST;
  const found = canBeFilled ? faultsOf(payload) : [];
  const faults = found.length > 0 ? found : [issue];
  const places = faults.map(({ message, path: at }): Said => {
    const excerpt = excerptOf(text, [...outer, ...at], line);
    return { message: result === "unknown" ? `Differs: ${message}` : message, ...(excerpt && { excerpt }) };
  });
  return [...why, ...places];
}

function decoded(body: unknown): unknown {
  const value = typeof body === "string" ? jsonOf(body) : body;
  return typeof value === "string" ? (jsonOf(value) ?? value) : value;
}

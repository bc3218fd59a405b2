import { type Verdict, verdictOf } from "../../src/cli/output/verdict.js";
import { formatPath } from "../../src/parse/message.js";
import { type Excerpt, excerptOf } from "./place.js";
import type { Body } from "./read-bodies.js";

export interface Judged extends Verdict {
  body: Body;
}

/** What the page shows of a body. */
export interface Shown extends Pick<Verdict, "result" | "event" | "evidence"> {
  form: "bare" | "wrapped" | "empty" | "not readable";
  /** Where the body is among others: `line 3`, `line 1, [2]`. */
  source: string;
  message?: string;
  excerpt?: Excerpt;
}

export function judge(body: Body): Judged {
  const verdict =
    body.unreadable === undefined ? verdictOf(body.body) : ({ result: "refused", event: "UNKNOWN" } as const);
  return { ...verdict, body };
}

/** What is shown of a verdict: it points at what is wrong. */
export function shownOf({ body, result, event, evidence, form, reason, issue }: Judged): Shown {
  const { text, line, path, unreadable } = body;
  const inner = issue && [...path, ...(form === "wrapped" ? ["payload"] : []), ...issue.path];
  const excerpt = inner && excerptOf(text, inner, line);
  const message = unreadable ?? issue?.message ?? (reason && reasons[reason]);
  return {
    result,
    event,
    ...(evidence !== undefined && { evidence }),
    form: reason === "EMPTY" ? "empty" : (form ?? "not readable"),
    source: [`line ${line}`, formatPath(path)].filter(Boolean).join(", "),
    ...(message !== undefined && { message }),
    ...(excerpt && { excerpt }),
  };
}

const reasons = {
  EMPTY: "The body is empty, as the payload mode NO_PAYLOAD sends it.",
  UNNAMED: "Nothing in the body names an event.",
  UNKNOWN_NAME: "The body names an event that this version does not know.",
  UNEXPECTED_SHAPE: "The body of this event was never published, and this one is not as guessed.",
  ENCODED_TWICE: "The body is JSON text in JSON text: parse the inner text.",
  REQUEST_OBJECT: "This is a whole request: its body is the delivery.",
};

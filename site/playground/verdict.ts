import { eventCatalogue, safeParseWebhookEvent, type WebhookEventError } from "../../src/index.js";
import { type Excerpt, excerptAt, placeOf } from "./place.js";

/** What the page shows of one body. */
export interface Verdict {
  /** Number of the body's first line. */
  line: number;
  result: "valid" | "unknown" | "refused";
  event: string;
  evidence?: string;
  form: "bare" | "wrapped" | "empty" | "not readable";
  message?: string;
  excerpt?: Excerpt;
}

export function verdictOf(text: string, line: number): Verdict {
  const value = decode(text);
  const { data, error } = safeParseWebhookEvent(typeof value === "object" ? value : text);
  const issue = error ?? (data.type === "UNKNOWN" ? data.issue : undefined);
  const payload = (data ?? error).payload;
  const isWrapped = typeof value === "object" && payload !== value && payload !== undefined;
  const event = error
    ? (error.eventType ?? "none")
    : data.type === "UNKNOWN"
      ? (data.eventType ?? data.type)
      : data.type;
  const isEmpty = data?.type === "UNKNOWN" && data.reason === "EMPTY";
  return {
    line,
    result: error ? "refused" : data.type === "UNKNOWN" ? "unknown" : "valid",
    event,
    ...(Object.hasOwn(eventCatalogue, event) && {
      evidence: eventCatalogue[event as keyof typeof eventCatalogue].evidence,
    }),
    form: value === undefined ? "not readable" : isEmpty ? "empty" : isWrapped ? "wrapped" : "bare",
    ...(issue && describeIssue(issue, text, line, isWrapped)),
    ...(data?.type === "UNKNOWN" && !issue && { message: reasons[data.reason] }),
  };
}

function describeIssue({ message, path }: WebhookEventError, text: string, line: number, isWrapped: boolean) {
  const whole = isWrapped && path[0] !== "envelope" ? ["payload", ...path] : path;
  return { message, excerpt: excerptAt(text, placeOf(text, whole), line) };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const reasons = {
  EMPTY: "The body is empty, as the payload mode NO_PAYLOAD sends it.",
  UNNAMED: "Nothing in the body names an event.",
  UNKNOWN_NAME: "The body names an event that this version does not know.",
  UNEXPECTED_SHAPE: "The body of this event was never published, and this one is not as guessed.",
  ENCODED_TWICE: "The body is JSON text in JSON text: parse the inner text.",
  REQUEST_OBJECT: "This is a whole request: its body is the delivery.",
};

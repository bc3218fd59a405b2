import { closestMatch } from "leven";
import { eventCatalog, eventTypes } from "../../src/catalog/catalog.js";
import { type Verdict, verdictOf } from "../../src/cli/output/verdict.js";
import { jsonOf } from "../../src/json/text.js";
import { examine } from "../../src/parse/examine.js";
import { formatPath } from "../../src/parse/message.js";
import { type About, aboutBody } from "./about.js";
import { faultsOf } from "./faults.js";
import { notJson } from "./not-json.js";
import { type Excerpt, excerptAt, excerptOf } from "./place.js";
import type { Body } from "./read-bodies.js";

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
export function sameness({ result, event, reason, name, issue, body }: Judged): string {
  const path = issue && formatPath(issue.path).replaceAll(/\[\d+\]/g, "[]");
  const kind = issue && `${issue.code} ${issue.expected} ${issue.receivedKind}`;
  return result === "ok" ? `${event} ${body.line} ${body.path}` : [result, event, reason, name, path, kind].join("\0");
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
    ...(form && { about: aboutBody(judged) }),
    ...(text !== undefined && { text }),
  };
}

export function sourceOf({ line, path }: Body): string {
  return [`line ${line}`, formatPath(path)].filter(Boolean).join(", ");
}

function saidOf({ body, result, form, reason, issue, name }: Judged): Said[] {
  const { text, line, path, unreadable } = body;
  if (unreadable) return [{ message: unreadable }];
  const why = reason ? [{ message: reasonOf(reason, name) }] : [];
  if (issue?.code === "INVALID_JSON" && typeof body.body === "string" && body.path.length === 0) {
    const { message, offset } = notJson(text);
    return [{ message, excerpt: excerptAt(text, offset, line) }];
  }
  if (!issue) return why;
  const outer = [...path, ...(form === "wrapped" ? ["payload"] : [])];
  const { payload } = examine(body.body);
  const canBeFilled = issue.code === "INVALID_PAYLOAD" && body.text.length <= LARGEST;
  const found = canBeFilled ? faultsOf(payload) : [];
  const faults = found.length > 0 ? found : [issue];
  const places = faults.map(({ message, path: at }): Said => {
    const excerpt = excerptOf(text, [...outer, ...at], line);
    return { message: result === "unknown" ? `Differs: ${message}` : message, ...(excerpt && { excerpt }) };
  });
  return [...why, ...places];
}

const reasons: Record<NonNullable<Verdict["reason"]>, string> = {
  EMPTY: "The body is empty, as the payload mode NO_PAYLOAD sends it.",
  UNNAMED: "Nothing in the body names an event.",
  UNKNOWN_NAME: "The body names an event that this version does not know.",
  UNEXPECTED_SHAPE:
    "No body of this event was ever published, and this one is not as we guessed. It is no error: your report would make it known.",
  ENCODED_TWICE: "The body is JSON text in JSON text: parse the inner text.",
  NESTED: "The event stands inside another object, such as a whole request, a queue's record or a CloudEvent.",
};

function reasonOf(reason: NonNullable<Verdict["reason"]>, name: string | undefined): string {
  if (reason !== "UNKNOWN_NAME" || name === undefined) return reasons[reason];
  const type = eventTypes.find((one) => one === name);
  if (type) {
    const names = eventCatalog[type].wireNames.join(" or ") || "no name";
    return `"${name}" is the event type that one subscribes to; in its body it is called ${names}.`;
  }
  const known = eventTypes.flatMap((one) => [one, ...eventCatalog[one].wireNames]);
  const closest = closestMatch(name, known, { maxDistance: Math.ceil(name.length / 4) });
  const hint = closest === undefined ? "" : ` Did you mean ${closest}?`;
  return `The body names the event "${name.slice(0, 80)}", which this version does not know.${hint}`;
}

/** The event in a text that was encoded twice, or inside another object. */
function innerOf({ reason, body }: Judged): string | undefined {
  const { data } = examine(body.body).result;
  if (reason === "ENCODED_TWICE") return textIn(decodedOnce(body.body));
  if (reason !== "NESTED" || data?.type !== "UNKNOWN" || !data.path) return undefined;
  return textIn(data.path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], data.payload));
}

/** What stands inside can be an object, its JSON text, or base64 of that. */
function textIn(value: unknown): string | undefined {
  if (typeof value !== "string") return linesOf(value);
  return jsonOf(value) === undefined && /^[\w+/=-]+$/.test(value) ? fromBase64(value) : value;
}

function fromBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function decodedOnce(body: unknown): unknown {
  return typeof body === "string" ? jsonOf(body) : body;
}

/** JSON in lines; undefined if it is nested too deeply. */
function linesOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function decoded(body: unknown): unknown {
  const value = typeof body === "string" ? jsonOf(body) : body;
  return typeof value === "string" ? (jsonOf(value) ?? value) : value;
}

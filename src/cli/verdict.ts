import { eventCatalogue } from "../generated/catalogue.js";
import type { EventType } from "../generated/types.js";
import { decodeBody } from "../parse/decode.js";
import type { WebhookEventError } from "../parse/error.js";
import { isObject } from "../parse/json-object.js";
import { formatPath, kindOf } from "../parse/message.js";
import { safeParseWebhookEvent } from "../parse/parse.js";
import { colour, type Terminal } from "./terminal.js";

/** What parsing says of a body, without a value of it unless `values` are asked for. */
export interface Verdict {
  result: "ok" | "unknown" | "refused";
  event: EventType | "UNKNOWN";
  evidence?: string;
  form?: "bare" | "wrapped";
  /** Why the event is unknown. */
  reason?: string;
  /** What the body calls itself; a value. */
  name?: string;
  path?: string;
  expected?: string;
  received?: string;
}

export function verdictOf(input: unknown, values: boolean): Verdict {
  const body = decoded(input);
  const { data, error } = safeParseWebhookEvent(body);
  if (error)
    return { result: "refused", ...eventOf(error.eventType), ...formOf(error.envelope), ...issueOf(error, values) };
  const form = formOf(data.payload === body ? undefined : body);
  if (data.type !== "UNKNOWN") return { result: "ok", ...eventOf(data.type), ...form };
  const { reason, name, eventType } = data;
  const issue = data.issue ? issueOf(data.issue, values) : {};
  return {
    result: "unknown",
    ...eventOf(eventType),
    ...form,
    reason,
    ...(values && name !== undefined && { name }),
    ...issue,
  };
}

/** The object that a body is the JSON of; anything else is left to the parser. */
function decoded(body: unknown): unknown {
  try {
    const value = decodeBody(body);
    return isObject(value) ? value : body;
  } catch {
    return body;
  }
}

function eventOf(event: EventType | undefined): Pick<Verdict, "event" | "evidence"> {
  return event === undefined ? { event: "UNKNOWN" } : { event, evidence: eventCatalogue[event].evidence };
}

function formOf(envelope: unknown): Pick<Verdict, "form"> {
  return { form: isObject(envelope) ? "wrapped" : "bare" };
}

function issueOf({ path, expected, received, payload }: WebhookEventError, values: boolean): Partial<Verdict> {
  const value = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], payload);
  return { path: formatPath(path), expected, received: values ? received : kindOf(value) };
}

const colours = { ok: "green", unknown: "yellow", refused: "red" } as const;

/** One line: result, event, evidence and form in columns, then the place and what is wrong there. */
export function printVerdict(verdict: Verdict, place: string, terminal: Terminal): string {
  const { result, event, evidence = "-", form, reason, name, path, expected, received } = verdict;
  const columns = [
    colour(terminal, colours[result], result.padEnd(7)),
    event.padEnd(26),
    evidence.padEnd(8),
    form?.padEnd(7),
  ];
  const why = [reason, name && JSON.stringify(name)].filter(Boolean).join(" ");
  const issue = expected && `${path || "body"}: expected ${expected}, received ${received}`;
  return [...columns, [place, why, issue].filter(Boolean).join(": ")].join("  ");
}

import { vendorNameOf } from "../../drift/names.js";
import { eventCatalog } from "../../generated/catalog.js";
import type { EventType } from "../../generated/types.js";
import type { WebhookEventError } from "../../parse/error.js";
import { type Examined, examine } from "../../parse/examine.js";
import type { UnknownEvent, UnknownReason } from "../../parse/unknown-event.js";

/** What parsing says of a body. The playground shows it, too. */
export interface Verdict {
  result: "ok" | "unknown" | "refused";
  event: EventType | "UNKNOWN";
  evidence?: string;
  /** Absent if the body could not be decoded. */
  form?: "bare" | "wrapped";
  /** Why the event is unknown. */
  reason?: UnknownReason;
  /** What the body of an unknown event calls itself; a value. */
  name?: string;
  /** The name, if it can only be the vendor's. */
  vendorName?: string;
  /** Where in the body an event is nested. */
  nestedAt?: readonly (string | number)[];
  /** What is wrong with the body. */
  issue?: WebhookEventError;
}

export function verdictOf(body: unknown): Verdict {
  const { result, payload, envelope } = examine(body);
  const form = envelope ? "wrapped" : "bare";
  const { data } = result;
  // Written out, because most bodies are, and spread objects cost more than the check.
  if (data && data.type !== "UNKNOWN")
    return { result: "ok", event: data.type, evidence: eventCatalog[data.type].evidence, form };
  return { ...judged(result), ...(payload !== undefined && { form }) };
}

function judged({ data, error }: Examined["result"]): Verdict {
  if (error) return { result: "refused", ...eventOf(error.eventType), issue: error };
  const { eventType, reason, name, issue, path } = data as UnknownEvent;
  const vendorName = eventType === undefined ? vendorNameOf(data as UnknownEvent) : undefined;
  return {
    result: "unknown",
    ...eventOf(eventType),
    reason,
    ...(name !== undefined && { name }),
    ...(vendorName !== undefined && { vendorName }),
    ...(issue && { issue }),
    ...(path && { nestedAt: path }),
  };
}

function eventOf(event: EventType | undefined): Pick<Verdict, "event" | "evidence"> {
  return event === undefined ? { event: "UNKNOWN" } : { event, evidence: eventCatalog[event].evidence };
}

import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf } from "../handle/fields.js";

/** Milliseconds since an event happened, by its envelope's or its payload's time; undefined if neither says. */
export function ageOf({ envelope, payload }: WebhookEvent): number | undefined {
  const time = timeOf(envelope?.createdAt) ?? timeOf(fieldsOf(payload).createdAt);
  return time === undefined ? undefined : Date.now() - time;
}

/** The form of an envelope's time is not published: a number below 1e11 is of seconds, as it would be a date of 1973. */
function timeOf(createdAt: unknown): number | undefined {
  const time = typeof createdAt === "string" ? Date.parse(createdAt) : createdAt;
  if (typeof time !== "number" || Number.isNaN(time)) return undefined;
  return time < 1e11 ? time * 1000 : time;
}

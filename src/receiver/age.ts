import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf } from "../json/fields.js";
import { timestampPattern } from "../json/patterns.js";

/** No event is older: an earlier time is a mistake, and no event is given up for it. */
const LONG_AGO = Date.parse("2015-01-01");

/** Milliseconds since an event happened, by its payload's or its envelope's time; undefined if neither says. */
export function ageOf({ envelope, payload }: WebhookEvent): number | undefined {
  const time = timeOf(fieldsOf(payload).createdAt) ?? timeOf(envelope?.createdAt);
  return time === undefined ? undefined : Date.now() - time;
}

/** Of a timestamp, or of a number of milliseconds or, because an envelope's form is not published, of seconds. */
function timeOf(createdAt: unknown): number | undefined {
  const time = typeof createdAt === "string" ? parsed(createdAt) : createdAt;
  if (typeof time !== "number") return undefined;
  return [time, time * 1000].find((milliseconds) => milliseconds > LONG_AGO);
}

function parsed(timestamp: string): number {
  // `Date.parse` knows no offset of hours alone.
  return timestampPattern.test(timestamp) ? Date.parse(timestamp.replace(/[+-]\d\d$/, "$&:00")) : Number.NaN;
}

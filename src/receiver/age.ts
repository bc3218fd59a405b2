import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf } from "../json/fields.js";

/** Earlier times are mistakes and must not make an event expire. */
const LONG_AGO = Date.parse("2015-01-01");

/** ISO 8601 as JVMs and others print it: any number of digits, a comma, no seconds, an offset in any form, a zone's name. */
const iso =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(?:[Zz]|([+-]\d\d)(?::?(\d\d))?(?::?\d\d)?)?(?: ?\[[^\]]*\])?$/;

/**
 * Milliseconds since an event happened, by its payload's or its envelope's time; undefined if neither says. An unknown
 * payload does not count: a callback may have sent a fact sheet, whose `createdAt` is years ago.
 */
export function ageOf({ type, envelope, payload }: WebhookEvent): number | undefined {
  const own = type === "UNKNOWN" ? undefined : timeOf(fieldsOf(payload).createdAt);
  const time = own ?? timeOf(envelope?.createdAt);
  return time === undefined ? undefined : Date.now() - time;
}

/** Epoch milliseconds of an ISO timestamp or a number, which may be in seconds: no envelope was ever captured. */
function timeOf(createdAt: unknown): number | undefined {
  const time = typeof createdAt === "string" ? parsed(createdAt) : createdAt;
  if (typeof time !== "number") return undefined;
  return [time, time * 1000].find((milliseconds) => milliseconds > LONG_AGO);
}

/** To the second; without an offset, in UTC. */
function parsed(timestamp: string): number {
  const [, date, time, hours, minutes = "00"] = iso.exec(timestamp) ?? [];
  return Date.parse(`${date}T${time}${hours ? `${hours}:${minutes}` : "Z"}`);
}

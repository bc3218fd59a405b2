import { InvalidArgumentError } from "commander";

const HOUR_MS = 60 * 60 * 1000;

/** A time as ISO 8601, of `7d`, `12h` or such a time. */
export function sinceOf(text: string): string {
  const [, count, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
  if (count !== undefined)
    return new Date(Date.now() - Number(count) * (unit === "d" ? 24 : 1) * HOUR_MS).toISOString();
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError("expected 7d, 12h or an ISO 8601 time");
  return time.toISOString();
}

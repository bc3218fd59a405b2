import { safeParseWebhookEvent } from "../../../src/parse/parse.js";

export interface Fault {
  /** From the payload. */
  path: readonly (string | number)[];
  message: string;
}

const MOST = 20;
const stopGaps = [null, "x", 0, "2026-01-01T00:00:00Z", "2026-01-01", true, {}, []];

/** Every fault of a payload: each is filled with something that fits, until nothing is left to say. */
export function faultsOf(payload: unknown): Fault[] {
  const body: unknown = structuredClone(payload);
  const faults: Fault[] = [];
  for (let tries = 0; tries < 3 * MOST && faults.length < MOST; tries++) {
    const fault = firstFault(body);
    if (!fault) break;
    // What a stopgap lacks is not the body's fault.
    if (!faults.some(({ path }) => isBelow(fault.path, path))) faults.push(fault);
    if (!fill(body, fault.path)) break;
  }
  return faults;
}

function firstFault(body: unknown): Fault | undefined {
  const { data, error } = safeParseWebhookEvent(body);
  const issue = error ?? (data.type === "UNKNOWN" ? data.issue : undefined);
  return issue && { path: issue.path, message: issue.message };
}

/** Puts the first value into a place that is not refused there; false if none is, or the place is the body itself. */
function fill(body: unknown, path: Fault["path"]): boolean {
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], body);
  if (key === undefined || typeof parent !== "object" || parent === null) return false;
  return stopGaps.some((value) => {
    (parent as Record<string, unknown>)[key] = structuredClone(value);
    const next = firstFault(body);
    return !next || next.path.join("\0") !== path.join("\0");
  });
}

function isBelow(path: Fault["path"], above: Fault["path"]): boolean {
  return path.length >= above.length && above.every((step, index) => step === path[index]);
}

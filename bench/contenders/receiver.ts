import { type EventType, eventCatalog, eventTypes } from "../../src/index.js";

/** The first issue of a payload; undefined for a valid one. */
type Check = (payload: unknown) => string | undefined;

interface Entry {
  eventType: EventType;
  isGuess: boolean;
  check?: Check;
}

type Payload = Readonly<Record<string, unknown>>;

/**
 * What a receiver writes around another validator, the same for each: it finds out the event by the cheapest dispatch
 * there is, and takes an event whose body is a guess as unknown if it does not fit. A check is compiled when its event
 * first comes: a receiver need not pay at start-up for events that never do.
 */
export function receiver(compile: (eventType: EventType) => Check) {
  const entries = eventTypes.map(
    (eventType): Entry => ({ eventType, isGuess: eventCatalog[eventType].evidence === "inferred" }),
  );
  const byName = new Map<unknown, Entry>();
  const byProgress = new Map<unknown, Entry>();
  for (const entry of entries) {
    const { wireNames, progress } = eventCatalog[entry.eventType];
    for (const name of wireNames) byName.set(name, entry);
    if (progress !== undefined) byProgress.set(progress, entry);
  }
  const automation = entries.find(({ eventType }) => eventType === "AUTOMATION_TRIGGERED");

  function entryOf(payload: Payload): Entry | undefined {
    const named = byName.get(payload.type);
    if (named !== undefined) return named;
    if ("synchronizationId" in payload) return byProgress.get(payload.progress);
    return "tag" in payload && "automation" in payload ? automation : undefined;
  }

  function eventOf(payload: unknown) {
    const entry = typeof payload === "object" && payload !== null ? entryOf(payload as Payload) : undefined;
    if (entry === undefined) return { type: "UNKNOWN", payload };
    entry.check ??= compile(entry.eventType);
    const issue = entry.check(payload);
    if (issue === undefined) return { type: entry.eventType, payload };
    if (entry.isGuess) return { type: "UNKNOWN", payload };
    throw new Error(`${entry.eventType}: ${issue}`);
  }

  return {
    parse: (json: string) => eventOf(JSON.parse(json)),
    accepts(body: unknown): boolean {
      try {
        eventOf(body);
        return true;
      } catch {
        return false;
      }
    },
  };
}

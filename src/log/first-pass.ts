import type { DeliverySelection } from "./options.js";
import { packedId } from "./packed-id.js";
import type { ReadPage } from "./pages.js";
import type { DeliveryVerdict, LogRow } from "./row.js";

/** What is kept of the log: no body, and at most 200 bytes for each row. */
export interface Ledger {
  /** Place of a row, counted from the newest row of the first page; undefined if it is newer. */
  placeOf(id: string): number | undefined;
  /** The rows that are wanted, the oldest first. */
  wanted(): Iterable<Wanted>;
}

/** A row, and its event as the whole log tells it. */
export interface Wanted {
  place: number;
  /** Milliseconds. */
  time: number;
  verdict: DeliveryVerdict;
  /** How many rows the event has. */
  tries: number;
}

/** Of several rows of an event, the verdict that comes last here speaks for it: one try that was handled is enough. */
const precedence = ["SUPPRESSED", "FAILED", "REFUSED", "HANDLED"] as const;

/** So many pages without a new row are not what new deliveries have moved. */
const MAX_REPEATS = 20;

/** Reads the log from the newest row until one is older than `since`, or to its end. */
export async function readLedger(
  readPage: ReadPage,
  only: DeliverySelection,
  since: number,
  onPage: (rows: number) => void,
): Promise<Ledger> {
  const places = new Map<string, number>();
  const events = eventsOf(only);
  const placeOf = (id: string) => places.get(packedId(id));
  let repeats = 0;
  for (let place = 0; ; ) {
    const { rows, to, fail } = await readPage(place);
    const known = places.size;
    for (const row of rows) {
      if (placeOf(row.id) !== undefined || row.time < since) continue;
      events.add(row, places.size);
      places.set(packedId(row.id), places.size);
    }
    onPage(places.size);
    if (rows.length === 0 || rows.some(({ time }) => time < since)) return { placeOf, wanted: events.wanted() };
    repeats = places.size > known ? 0 : repeats + 1;
    if (repeats === MAX_REPEATS) throw fail("the log repeats its pages");
    place = to;
  }
}

/** Numbers in arrays, because a log can have a million events. */
function eventsOf(only: DeliverySelection) {
  const indexes = new Map<string, number>();
  /** Place of the row that speaks for the event, and its rank in the precedence. */
  const speakers: number[] = [];
  const times: number[] = [];
  const tries: number[] = [];
  const rankOf = (speaker: number) => speaker % precedence.length;
  const placeOf = (speaker: number) => Math.floor(speaker / precedence.length);

  return {
    /** Rows come newest first, so an event's first row with its verdict is the last that is added. */
    add({ id, eventId, time, verdict }: LogRow, place: number): void {
      const key = packedId(only === "all" ? id : eventId);
      const index = indexes.get(key) ?? indexes.size;
      indexes.set(key, index);
      tries[index] = (tries[index] ?? 0) + 1;
      const rank = precedence.indexOf(verdict);
      if (rank < rankOf(speakers[index] ?? 0)) return;
      speakers[index] = place * precedence.length + rank;
      times[index] = time;
    },

    /** Does not hold the ids of the events. */
    wanted(): Ledger["wanted"] {
      const wanted: number[] = [];
      for (const [index, speaker] of speakers.entries()) {
        const verdict = precedence[rankOf(speaker)];
        if (only !== "lost" || verdict === "FAILED" || verdict === "REFUSED") wanted.push(index);
      }
      wanted.sort((one, other) => speakers[other]! - speakers[one]!);
      indexes.clear();
      return function* () {
        for (const index of wanted) {
          const speaker = speakers[index]!;
          const verdict = precedence[rankOf(speaker)]!;
          yield { place: placeOf(speaker), time: times[index]!, verdict, tries: tries[index]! };
        }
      };
    },
  };
}

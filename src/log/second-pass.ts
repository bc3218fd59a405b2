import type { Ledger, Wanted } from "./first-pass.js";
import type { ReadPage } from "./pages.js";
import type { LogRow } from "./row.js";

/** A row, and what the whole log says of its event. */
export type LoggedRow = [LogRow, Wanted];

/** Pages to look on, from where a row should be: new deliveries and rows of one time change the places. */
const DISTANCES = [0, 0, 0, 0, 1, -1, 2, -2, 3, -3];

/** LeanIX keeps a delivery for 30 days: an older one may go while the log is read. */
const EXPIRING_MS = 29 * 24 * 60 * 60 * 1000;

/** A delivery cannot be found where the log had it. */
export class GoneError extends Error {}

/**
 * Reads the wanted rows again, the oldest first, with their bodies, and holds one page at a time. New deliveries have
 * moved the rows to later places since the first pass: each page tells by how many.
 */
export async function* readWanted({ placeOf, wanted }: Ledger, readPage: ReadPage): AsyncGenerator<LoggedRow> {
  /** The page that is held, by the places of the first pass. */
  let held = new Map<number, LogRow>();
  let size = 0;
  let moved = 0;
  for (const one of wanted()) {
    const row = held.get(one.place) ?? (await find(one.place));
    if (row) yield [row, one];
    else if (!(one.time < Date.now() - EXPIRING_MS))
      throw new GoneError("a delivery has left the log while it was read: read it again");
  }

  async function find(place: number): Promise<LogRow | undefined> {
    for (const distance of DISTANCES) {
      held = new Map();
      const page = await readPage(Math.max(place + moved + distance * size, 0));
      size = page.to - page.from;
      for (const [index, row] of page.rows.entries()) {
        const known = placeOf(row.id);
        if (known === undefined) continue;
        if (held.size === 0) moved = page.from + index - known;
        held.set(known, row);
      }
      if (held.has(place) || page.rows.length === 0) return held.get(place);
    }
    return undefined;
  }
}

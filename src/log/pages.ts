import { subscriptionAddress } from "../api/address.js";
import { AnswerTooLargeError } from "../api/error.js";
import { type Fail, requestJson } from "../api/request.js";
import { providerOf } from "../api/token.js";
import type { DeliveryLogOptions } from "./options.js";
import { type LogRow, readRows } from "./row.js";

/** Rows of the log, newest first. */
export interface LogPage {
  /** Place of the first row, counted from the newest at the time. */
  from: number;
  /** Place behind the page. */
  to: number;
  rows: LogRow[];
  /** Makes the error of a page that cannot be used. */
  fail: Fail;
}

/** Reads the page that holds a place. */
export type ReadPage = (place: number) => Promise<LogPage>;

/** The most that LeanIX gives. */
const PAGE_SIZE = 100;

/** A page that trickles in longer than this is given up. */
const PAGE_MS = 300_000;

/** A page whose answer is above the bound of bytes is asked for again with half the rows, and so are those after it. */
export function pagesOf(options: DeliveryLogOptions): ReadPage {
  const { signal, fetch = globalThis.fetch } = options;
  const token = providerOf(options.token);
  const subscription = subscriptionAddress(options.url, options.subscriptionId);
  let size = PAGE_SIZE;
  let given = PAGE_SIZE;
  return async (place) => {
    for (;;) {
      const index = Math.floor(place / size);
      const url = new URL(`deliveries?page=${index + 1}&size=${size}&sort=createdAt-desc`, subscription);
      try {
        const limit = AbortSignal.timeout(PAGE_MS);
        const { answer, fail } = await requestJson({
          fetch,
          method: "GET",
          url,
          token,
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
        });
        const rows = readRows(answer, fail);
        if (index === 0) given = rows.length;
        // A server that gives fewer than it is asked for counts its pages by what it gives.
        else if (given < size && rows.length > 0) size = given;
        return { from: index * size, to: (index + 1) * size, rows, fail };
      } catch (error) {
        if (!(error instanceof AnswerTooLargeError) || size === 1) throw error;
        size = Math.ceil(size / 2);
      }
    }
  };
}

/** The delivery log of a PUSH webhook on the loopback, newest row first, page by page. */
import { type Answer, startVendor, type Vendor } from "../api/vendor.js";

/** A row as the API's description has it, as far as it is read. */
export interface Row {
  id: string;
  eventId?: string;
  createdAt: string | number;
  payload: unknown;
  success?: boolean;
  httpStatus?: number | null;
  responseBody?: string | null;
  active?: boolean;
  targetUrl?: string;
  targetMethod?: string;
}

export interface LogVendor extends Vendor {
  /** Newest first. */
  rows: Row[];
  /** `page/size` of each request. */
  pages: string[];
  /** Called before each page is answered: the log grows while it is read. An answer replaces the page. */
  onPage: (page: number, size: number) => Answer | undefined;
  /** The most rows that a page has. */
  maxSize: number;
  type: string | undefined;
}

export const LOG = "/services/webhooks/v1/subscriptions/w%201/deliveries";

export async function startLog(): Promise<LogVendor> {
  const vendor: LogVendor = Object.assign(
    await startVendor({
      [`GET ${LOG}`]: ({ query }) => {
        const [page, asked] = [Number(query.get("page")), Number(query.get("size"))];
        if (query.get("sort") !== "createdAt-desc" || !(page >= 1) || !(asked >= 1 && asked <= 100))
          return { status: 400, body: { status: "ERROR", message: "page, size or sort" } };
        vendor.pages.push(`${page}/${asked}`);
        const replaced = vendor.onPage(page, asked);
        if (replaced) return replaced;
        const size = Math.min(asked, vendor.maxSize);
        const data = vendor.rows.slice((page - 1) * size, page * size);
        return { body: { status: "OK", type: vendor.type, total: vendor.rows.length, data } };
      },
    }),
    { rows: [] as Row[], pages: [] as string[], onPage: () => undefined, maxSize: 100, type: "DeliveryResult" },
  );
  return vendor;
}

const START = Date.parse("2026-11-01T00:00:00Z");

/** A time so many seconds after the first of November. */
export function at(second: number): string {
  return new Date(START + second * 1000).toISOString();
}

let count = 0;

/** A delivery that failed. */
export function failed(eventId: string, second: number, change: Partial<Row> = {}): Row {
  return {
    id: `delivery-${++count}`,
    eventId,
    createdAt: at(second),
    payload: `{ "n": "${eventId}" }\n`,
    targetUrl: "https://receiver.example/hook",
    targetMethod: "POST",
    success: false,
    httpStatus: 500,
    responseBody: "not handled: send it again",
    active: true,
    ...change,
  };
}

export function handled(eventId: string, second: number, change: Partial<Row> = {}): Row {
  return failed(eventId, second, { success: true, httpStatus: 204, responseBody: null, ...change });
}

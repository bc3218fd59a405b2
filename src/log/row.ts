import type { Fail } from "../api/request.js";
import { eventTypes } from "../catalog/catalog.js";
import { fieldsOf, textOf } from "../json/fields.js";
import { isObject, type JsonObject } from "../json/object.js";
import { lineOn } from "../parse/message.js";

/**
 * What became of a delivery.
 *
 * - `HANDLED`: acknowledged with 2xx.
 * - `REFUSED`: acknowledged with 202 and the line with which `createReceiver` says that it refused the body or gave the
 *   event up.
 * - `FAILED`: neither.
 * - `SUPPRESSED`: not sent, because the webhook's callback said so.
 */
export type DeliveryVerdict = "HANDLED" | "REFUSED" | "FAILED" | "SUPPRESSED";

/** A row of the delivery log. */
export interface LogRow {
  id: string;
  /** The row's own id if the log does not name the event. */
  eventId: string;
  createdAt: string;
  /** Milliseconds; NaN if the log's text is no time. */
  time: number;
  verdict: DeliveryVerdict;
  /** The text that was sent; empty if the log has none. */
  body: string;
  status: number | undefined;
  answer: string;
  targetUrl: string | undefined;
}

/** How a line of {@link lineOn} begins. */
const beginnings = /* @__PURE__ */ [...eventTypes, "UNKNOWN", undefined].map((eventType) => lineOn(eventType, ""));

/** The rows of an answer of the delivery log. An answer of another form fails, or it would read as "nothing lost". */
export function readRows(answer: unknown, fail: Fail): LogRow[] {
  const { data = null, status } = fieldsOf(answer);
  if (data === null && status === "OK") return [];
  if (!Array.isArray(data) || !data.every(isRow)) throw fail("the answer is not a page of the delivery log");
  return data.map(rowOf);
}

function isRow(value: unknown): value is JsonObject & { id: string } {
  return isObject(value) && textOf(value.id) !== undefined && "payload" in value;
}

function rowOf(row: JsonObject & { id: string }): LogRow {
  const { id, eventId, createdAt, payload = null, httpStatus, responseBody, targetUrl } = row;
  // Text in the API's description; milliseconds where an envelope has the same member.
  const date = new Date(typeof createdAt === "number" ? createdAt : (textOf(createdAt) ?? ""));
  const time = date.getTime();
  const status = typeof httpStatus === "number" ? httpStatus : undefined;
  const answer = textOf(responseBody) ?? "";
  return {
    id,
    eventId: textOf(eventId) ?? id,
    createdAt: textOf(createdAt) ?? (Number.isNaN(time) ? "" : date.toISOString()),
    time,
    verdict: verdictOf(row, status, answer),
    body: typeof payload === "string" ? payload : payload === null ? "" : JSON.stringify(payload),
    status,
    answer,
    targetUrl: textOf(targetUrl),
  };
}

function verdictOf({ active, success }: JsonObject, status: number | undefined, answer: string): DeliveryVerdict {
  if (active === false) return "SUPPRESSED";
  const isAcknowledged = typeof success === "boolean" ? success : status !== undefined && status >= 200 && status < 300;
  if (!isAcknowledged) return "FAILED";
  return status === 202 && beginnings.some((beginning) => answer.startsWith(beginning)) ? "REFUSED" : "HANDLED";
}

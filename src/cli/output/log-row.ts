import type { LoggedRow } from "../../log/second-pass.js";
import { columnsOf, indented } from "./fit.js";
import { colour, printable, printableJson, type Terminal } from "./terminal.js";

const colours = { HANDLED: "green", SUPPRESSED: "yellow", REFUSED: "yellow", FAILED: "red" } as const;

/** Time, event, what became of it, tries, status and answer; the last two below on a terminal. */
export function printLogRow([row, { verdict, tries }]: LoggedRow, event: string, terminal: Terminal): string {
  const { createdAt, status, answer } = row;
  const said = [status ?? "no answer", printable(answer.trim())].filter(Boolean).join(", ");
  const head = [
    printable(createdAt).padEnd(24),
    event.padEnd(26),
    colour(terminal, colours[verdict], verdict.padEnd(10)),
    `${tries} ${tries === 1 ? "try" : "tries"}`,
  ].join("  ");
  return terminal.output.isTTY ? `${head}\n${indented(said, columnsOf(terminal))}` : `${head}  ${said}`;
}

/**
 * A delivery in the form of LeanIX's log, as far as it is no secret: the headers hold one, and the target's query can.
 */
export function jsonLogRow([row, { verdict, tries }]: LoggedRow): string {
  const { id, eventId, createdAt, body, status, answer, targetUrl } = row;
  return printableJson({
    id,
    eventId,
    createdAt,
    verdict,
    tries,
    httpStatus: status ?? null,
    responseBody: answer,
    targetUrl: withoutQuery(targetUrl),
    targetMethod: "POST",
    payload: body,
  });
}

function withoutQuery(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return "";
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

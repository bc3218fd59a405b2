import type { EventType } from "../../generated/types.js";
import { columnsOf, fitted, indented } from "../output/fit.js";
import { colour, printable, type Terminal } from "../output/terminal.js";
import type { Failure } from "./failure.js";
import { guardOf } from "./guard.js";
import type { Outcome } from "./run.js";

/** What the callback made of an example. */
export interface Run {
  type: EventType;
  outcome: Outcome;
}

/** A row for each event on which the callback does not fail, one for each failure with its events, and a last line. */
export function reportOf(runs: readonly Run[], code: string, terminal: Terminal): string[] {
  const events = [...grouped(runs, ({ type }) => type)];
  const failures = runs.filter((run): run is FailedRun => isFailure(run.outcome));
  const rows = events.flatMap(([type, of]) => rowOf(type, of, terminal));
  const groups = [...grouped(failures, ({ outcome }) => describe(outcome))].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const perEvent = new Map(events.map(([type, of]) => [type, of.length]));
  return [
    ...rows,
    ...groups.map(([what, of]) => failureRow(what, of, perEvent, terminal)),
    fitted(
      ...lastLine(
        groups.map(([, of]) => of),
        events.length,
        code,
      ),
      terminal,
    ),
  ];
}

export function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case "not sent":
      return "not sent";
    case "too long":
      return "fails: runs longer than a second";
    case "fails": {
      const { line, reason } = outcome;
      return `fails${line === undefined ? "" : ` at line ${line}`}: ${printable(reason)}`;
    }
    case "sent": {
      const { as, changed } = outcome;
      const others = changed.length === 0 ? "" : `, with another ${changed.join(" and ")}`;
      return `sent as ${printable(as)}${others}`;
    }
  }
}

export function isFailure(outcome: Outcome): outcome is Failure {
  return outcome.kind === "fails" || outcome.kind === "too long";
}

type FailedRun = Run & { outcome: Failure };

function rowOf(type: EventType, runs: readonly Run[], terminal: Terminal): string[] {
  const fine = grouped(
    runs.filter(({ outcome }) => !isFailure(outcome)),
    ({ outcome }) => describe(outcome),
  );
  if (fine.size === 0) return [];
  const share = ({ length }: readonly Run[]) =>
    length === runs.length ? "" : ` (${length} of ${runs.length} examples)`;
  const what = [...fine].map(([what, of]) => `${what}${share(of)}`).join("; ");
  if (!terminal.output.isTTY) return [`${type.padEnd(26)}  ${what}`];
  const isSent = [...fine.values()].some(([first]) => first!.outcome.kind === "sent");
  const sign = isSent ? colour(terminal, "green", "✓") : colour(terminal, "yellow", "–");
  const columns = columnsOf(terminal);
  return [
    30 + what.length <= columns ? `${sign} ${type.padEnd(26)}  ${what}` : `${sign} ${type}\n${indented(what, columns)}`,
  ];
}

function failureRow(
  what: string,
  runs: readonly Run[],
  perEvent: ReadonlyMap<EventType, number>,
  terminal: Terminal,
): string {
  const names = [...grouped(runs, ({ type }) => type)].map(([type, { length }]) => {
    const all = perEvent.get(type);
    return length === all ? type : `${type} (${length} of ${all} examples)`;
  });
  if (!terminal.output.isTTY) return `${what}: ${names.join(", ")}`;
  const columns = columnsOf(terminal);
  const [first, ...rest] = indented(what, columns).trimStart().split("\n");
  return [`${colour(terminal, "red", "✕")} ${first}`, ...rest, indented(names.join(", "), columns)].join("\n");
}

/** On how many events it fails, where, and what helps against the failure that most have. */
function lastLine(groups: readonly FailedRun[][], events: number, code: string): [string, string] {
  const failing = new Set(groups.flat().map(({ type }) => type)).size;
  if (failing === 0) return ["no failure", `it ran on ${events} ${events === 1 ? "event" : "events"}`];
  const [{ outcome }] = groups[0] as [FailedRun];
  const line = lineOf(groups[0]![0]!);
  const isOne = new Set(groups.map(([first]) => lineOf(first!))).size === 1;
  const where = isOne ? line : `, most often${line}`;
  const guard = guardOf(code, outcome);
  const help = guard
    ? `${guard.expression} is ${guard.was}. Guard: if (${guard.expression})`
    : describe(outcome).replace(/^.*?: /, "");
  return [`fails on ${failing} of ${events} events${where}`, printable(help)];
}

function lineOf({ outcome }: FailedRun): string {
  return outcome.kind === "fails" && outcome.line !== undefined ? ` at line ${outcome.line}` : "";
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

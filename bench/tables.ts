import { baselineId, type LoadedEntrant, libraryId } from "./contenders.js";
import type { Results } from "./results.js";
import type { Speed } from "./speed.js";

export function speeds({ entrants }: Results, measuredSpeeds: Speed[], kind: "parse" | "check"): string {
  const digits = kind === "parse" ? 2 : 3;
  const rows = contenders(entrants).map((entrant) => [
    ...title(entrant),
    ...measuredSpeeds.map((speed) => speed[kind][entrant.id]!.ratio.toFixed(digits)),
  ]);
  return table(["", "", ...measuredSpeeds.map(({ label }) => label)], rows);
}

export function times({ entrants, speeds: { mixed } }: Results): string {
  const header = mixed.map(
    ({ label, texts, length }) => `${label} (${texts} bodies of ${length.toLocaleString("en")} characters on average)`,
  );
  const rows = contenders(entrants).map((entrant) => [
    title(entrant)[0],
    ...mixed.map(({ parse }) => duration(parse[entrant.id]!.time)),
  ]);
  return table(["", ...header], rows);
}

export function flatness({ flatness: sizes }: Results): string {
  const header = ["", "`JSON.parse`", "text to event", "over `JSON.parse`", "check alone", "share of `JSON.parse`"];
  const rows = sizes.map(({ label, json, parse, check }) => [
    label,
    json.toFixed(2),
    parse.time.toFixed(2),
    parse.ratio.toFixed(2),
    check.time.toFixed(3),
    check.ratio.toFixed(3),
  ]);
  return table(header, rows);
}

export function bytes({ bytes: bodies }: Results): string {
  const rows = bodies.map(({ label, script, event, decoded }) => [
    label,
    script,
    event.ratio.toFixed(2),
    decoded.ratio.toFixed(2),
  ]);
  return table(["", "", `**${libraryId}**`, "decoding and `JSON.parse` alone"], rows);
}

export function startUp({ entrants, startUp: costs }: Results): string {
  const rows = entrants.map((entrant) => {
    const { unbundled, bundled } = costs[entrant.id]!;
    return [...title(entrant), unbundled.toFixed(1), bundled.toFixed(1)];
  });
  return table(["", "", "unbundled", "bundled"], rows);
}

export function sizes({ entrants }: Results): string {
  const rows = contenders(entrants).map((entrant) => [...title(entrant), (entrant.size / 1000).toFixed(1)]);
  return table(["", "", "kB"], rows);
}

export function memory({ entrants, memory: peaks }: Results): string {
  const rows = entrants.map((entrant) => {
    const megabytes = peaks[entrant.id]!.toFixed(0);
    return [...title(entrant), entrant.id === baselineId ? `${megabytes} in all` : `+${megabytes}`.replace("+-", "-")];
  });
  return table(["", "", "MB"], rows);
}

export function refusals({ entrants, refusals: bodies }: Results): string {
  const refusing = contenders(entrants);
  const header = ["", "characters", ...refusing.map((entrant) => title(entrant)[0])];
  const rows = bodies.map(({ label, length, ratios }) => [
    label,
    length.toLocaleString("en"),
    ...refusing.map(({ id }) => ratios[id]!.toFixed(2)),
  ]);
  return table(header, rows);
}

export function afterRefusals({ speedsAlone: before, speedsAfterRefusals: after }: Results): string {
  const header = [
    ...before.mixed.map(({ label }) => `mixed, ${label}`),
    ...before.factSheet.map(({ label }) => `one, ${label}`),
  ];
  const row = ({ mixed, factSheet }: typeof before) =>
    [...mixed, ...factSheet].map(({ parse }) => parse[libraryId]!.ratio.toFixed(2));
  return table(
    ["", ...header],
    [
      ["before", ...row(before)],
      ["after", ...row(after)],
    ],
  );
}

function contenders(entrants: LoadedEntrant[]): LoadedEntrant[] {
  return entrants.filter(({ id }) => id !== baselineId);
}

function title({ id, name, from }: LoadedEntrant): [string, string] {
  return [id === libraryId ? `**${name}**` : name, from];
}

/** Columns are aligned right from the first that has a header, apart from the very first. */
function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const texts = header.findIndex((cell, index) => index > 0 && cell !== "");
  const rule = header.map((_, index) => (index < texts ? "---" : "---:"));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}

function duration(nanoseconds: number): string {
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toPrecision(3)} µs`;
  const milliseconds = nanoseconds / 1e6;
  return `${milliseconds < 100 ? milliseconds.toPrecision(3) : Math.round(milliseconds)} ms`;
}

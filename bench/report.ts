import { strategyNames } from "./bytes.js";
import { baselineId, type Entrant, libraryId } from "./contenders.js";
import type { Cost } from "./paired.js";
import { badItems } from "./refusal.js";
import type { Results } from "./run.js";
import type { Speed } from "./speed.js";
import { type Target, targetsOf, verdict } from "./targets.js";

/** Everything that was measured, in Markdown. */
export function reportOf(results: Results): string {
  return `${[
    "# What validation costs",
    `Measured by \`npm run bench\` on ${results.machine}.`,
    "Every ratio is a median of pairs: one contender, and `JSON.parse` just before and just after it, in one process, " +
      "the contenders taking turns; in the first four tables, the median of three such processes. Bodies are grown from " +
      "[the examples](../examples/payloads): 0.5 kB is a FACT_SHEET_TAG_ADDED, the others are a FACT_SHEET_UPDATED. All " +
      "contenders give the same verdict on the examples and on broken ones; that is checked first, in a process of its " +
      "own. Times depend on the machine, ratios hardly.",
    "![What validation adds to JSON.parse](results.svg)",
    ...section("Text to event", "Time over `JSON.parse` alone, which is 1.", speedTable(results, "parse", ratio)),
    ...section(
      "The check alone",
      "A parsed body; time as a share of `JSON.parse` of its text.",
      speedTable(results, "check", share),
    ),
    ...section("The check alone, over this library's", "", speedTable(results, "checkOverOurs", ratio)),
    ...section("Absolute times", "Text to event, one core.", timesTable(results)),
    ...section(
      "Cost per byte",
      "A FACT_SHEET_UPDATED of any size, in nanoseconds per byte of its text.",
      flatTable(results),
    ),
    ...section(
      "Bytes to event",
      "Time over `JSON.parse` of the text: decoding UTF-8 costs more than the check. The strategies decode and parse, and check nothing.",
      bytesTable(results),
    ),
    ...section(
      "Start-up",
      "Milliseconds of a fresh process that imports a contender and parses a body of 8 kB, over a process that does nothing; compilers compile the schema of that event only.",
      startUpTable(results),
    ),
    ...section("Bundle", "`parse` of a contender, bundled and minified by esbuild, gzipped.", sizeTable(results)),
    ...section(
      "Memory",
      "Peak resident memory (`maxRSS`) of a fresh process that imports a contender and parses 18 MB, over one that runs `JSON.parse` alone; median of pairs.",
      memoryTable(results),
    ),
    ...section(
      "Refusing",
      `A body in which ${badItems.toLocaleString("en")} items are wrong, from the parsed body to the message.`,
      refusalTable(results),
    ),
    ...section(
      "After refusals",
      "Text to event over `JSON.parse`, before and after every contender has refused broken examples in the same process. To find the way to what is wrong, this library reads a refused body once more through proxies, which stay in the inline caches of its checks.",
      afterTable(results),
    ),
    ...section("Targets", "", targetTable(results)),
  ].join("\n\n")}\n`;
}

function section(title: string, text: string, table: string): string[] {
  return [`## ${title}`, text, table].filter((part) => part !== "");
}

type Format = (cost: Cost) => string;
const ratio: Format = ({ ratio: value }) => value.toFixed(2);
const share: Format = ({ ratio: value }) => value.toFixed(3);

function speedTable({ entrants, speed }: Results, kind: "parse" | "check" | "checkOverOurs", format: Format): string {
  const header = ["", "", ...speed.map(({ body }) => body.label)];
  const rows = contenders(entrants).map((entrant) => [
    ...title(entrant),
    ...speed.map((one) => format(one[kind][entrant.id]!)),
  ]);
  return table(header, rows);
}

function timesTable({ entrants, speed }: Results): string {
  const header = ["", ...speed.map(({ body }) => `${body.label} (${body.length.toLocaleString("en")} characters)`)];
  const rows = contenders(entrants).map((entrant) => [
    title(entrant)[0],
    ...speed.map(({ parse }) => duration(parse[entrant.id]!.time)),
  ]);
  return table(header, rows);
}

function flatTable({ flatness }: Results): string {
  const header = ["", "`JSON.parse`", "text to event", "over `JSON.parse`", "check alone", "share of `JSON.parse`"];
  const rows = flatness.map(({ label, json, parse, check }) => [
    label,
    json.toFixed(2),
    parse.time.toFixed(2),
    ratio(parse),
    check.time.toFixed(3),
    share(check),
  ]);
  return table(header, rows);
}

function bytesTable({ bytes }: Results): string {
  const ids = [libraryId, ...strategyNames];
  const rows = bytes.map(({ label, script, costs }) => [label, script, ...ids.map((id) => ratio(costs[id]!))]);
  return table(["", "", `**${libraryId}**`, ...strategyNames], rows);
}

function startUpTable({ entrants, startUp }: Results): string {
  const rows = entrants.map((entrant) => {
    const { unbundled, bundled } = startUp[entrant.id]!;
    return [...title(entrant), unbundled.toFixed(1), bundled.toFixed(1)];
  });
  return table(["", "", "unbundled", "bundled"], rows);
}

function sizeTable({ entrants }: Results): string {
  return table(
    ["", "", "kB"],
    contenders(entrants).map((entrant) => [...title(entrant), (entrant.size / 1000).toFixed(1)]),
  );
}

function memoryTable({ entrants, memory }: Results): string {
  const rows = entrants.map((entrant) => {
    const megabytes = memory[entrant.id]!.toFixed(0);
    return [...title(entrant), entrant.id === baselineId ? `${megabytes} in all` : `+${megabytes}`.replace("+-", "-")];
  });
  return table(["", "", "MB"], rows);
}

function refusalTable({ entrants, refusal }: Results): string {
  const rows = contenders(entrants).map((entrant) => {
    const { time, ratio: over, message } = refusal[entrant.id]!;
    return [...title(entrant), duration(time * 1e6), over.toPrecision(2), message.toLocaleString("en")];
  });
  return table(["", "", "time", "over `JSON.parse`", "characters of the message"], rows);
}

function afterTable({ speed, afterRefusals }: Results): string {
  const row = (measured: Speed[]) => measured.map(({ parse }) => ratio(parse[libraryId]!));
  return table(
    ["", ...speed.map(({ body }) => body.label)],
    [
      ["before", ...row(speed)],
      ["after", ...row(afterRefusals)],
    ],
  );
}

function targetTable(results: Results): string {
  const rows = targetsOf(results).map((target) => [target.what, ...goals(target), measured(target), verdict(target)]);
  return table(["", "must", "aim", "measured", "met"], rows);
}

function goals({ must, aim, unit, atLeast }: Target): [string, string] {
  const sign = atLeast ? "≥" : "≤";
  return [`${sign} ${must}${unit}`, aim === undefined ? "" : `${sign} ${aim}${unit}`];
}

function measured({ measured: value, unit }: Target): string {
  if (unit === "") return value < 0.1 ? value.toPrecision(1) : value.toFixed(2);
  return `${unit === " characters" ? value : value.toFixed(1)}${unit}`;
}

function contenders<E extends Entrant>(entrants: E[]): E[] {
  return entrants.filter(({ id }) => id !== baselineId);
}

function title({ id, name, from }: Entrant): [string, string] {
  return [id === libraryId ? `**${name}**` : name, from];
}

function duration(nanoseconds: number): string {
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toPrecision(3)} µs`;
  const milliseconds = nanoseconds / 1e6;
  return `${milliseconds < 100 ? milliseconds.toPrecision(3) : Math.round(milliseconds)} ms`;
}

function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const texts = header.findIndex((cell, index) => index > 0 && cell !== "");
  const rule = header.map((_, index) => (index < texts ? "---" : "---:"));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}

import type { Results } from "./results.js";
import * as tables from "./tables.js";

/** Everything that was measured, in Markdown. */
export function reportOf(results: Results): string {
  const { mixed, factSheet } = results.speeds;
  return `${[
    "# What validation costs",
    `Measured by \`npm run bench\` on ${results.machine}.`,
    "Every ratio compares the tenth percentiles of many short slices, in which a contender and `JSON.parse` take turns at " +
      "random, in one process: whatever else a machine does makes a slice longer, never shorter. For the first four " +
      "tables it is the median of three such processes. Bodies are grown from [the examples](../examples/payloads). " +
      "Each contender runs in the same small receiver, which identifies the event, and takes a body as unknown if it " +
      "does not fit an event of which none was published. typebox, ajv and compiled zod make their checks with " +
      "`new Function`, which a content security policy or a Worker can forbid; compiled zod leaves " +
      "FACT_SHEET_CREATED, FACT_SHEET_UPDATED and survey responses as they are, because they hold models that hold " +
      "themselves. All contenders find the same events and refuse the same bodies: that is checked first, over the corpus of " +
      "`npm run corpus`. Times depend on the machine, ratios barely.",
    "![What validation adds to JSON.parse](results.svg)",
    ...section(
      "Mixed events, text to event",
      "Time over `JSON.parse` alone, which is 1. All events in turn, as a receiver gets them: the examples of at most " +
        "1 kB as they are, then all examples, with those that hold lists grown until all have that size on average.",
      tables.speeds(results, mixed, "parse"),
    ),
    ...section(
      "One event, text to event",
      "The same for a FACT_SHEET_UPDATED that comes again and again.",
      tables.speeds(results, factSheet, "parse"),
    ),
    ...section(
      "The check alone, mixed events",
      "Parsed bodies; time as a share of `JSON.parse` of their texts.",
      tables.speeds(results, mixed, "check"),
    ),
    ...section(
      "The check alone, one event",
      "The same for a FACT_SHEET_UPDATED.",
      tables.speeds(results, factSheet, "check"),
    ),
    ...section("Absolute times", "Mixed events, text to event, one core.", tables.times(results)),
    ...section(
      "Cost per byte",
      "A FACT_SHEET_UPDATED of any size, in nanoseconds per byte of its text.",
      tables.flatness(results),
    ),
    ...section(
      "Bytes to event",
      "A FACT_SHEET_UPDATED in bytes, over `JSON.parse` of its text: decoding UTF-8 costs more than the check.",
      tables.bytes(results),
    ),
    ...section(
      "Start-up",
      "Milliseconds of a fresh process that imports a contender and parses a body of 8 kB, over a process that does " +
        "nothing; compilers compile the schema of that event only.",
      tables.startUp(results),
    ),
    ...section("Bundle", "`parse` of a contender, bundled and minified by esbuild, gzipped.", tables.sizes(results)),
    ...section(
      "Memory",
      "Peak resident memory (`maxRSS`) of a fresh process that imports a contender and parses 18 MB, over one that " +
        "runs `JSON.parse` alone; median of pairs.",
      tables.memory(results),
    ),
    ...section(
      "Refusals",
      "Bodies that are made to be slow to refuse, from text to error, over `JSON.parse` of the same text; the other " +
        "contenders are measured once.",
      tables.refusals(results),
    ),
    ...section(
      "After refusals",
      "This library's time from text to event over `JSON.parse`: in processes that measure nothing else, " +
        "before and after every contender has seen the corpus, thousands of refused bodies.",
      tables.afterRefusals(results),
    ),
  ].join("\n\n")}\n`;
}

function section(title: string, text: string, rows: string): string[] {
  return [`## ${title}`, text, rows].filter((part) => part !== "");
}

/** Prints the pages that show what stands elsewhere: what was measured, and what GitHub reads in the root. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export interface Page {
  path: string;
  text: string;
}

export function printCopies(): Page[] {
  const speed = read("bench/RESULTS.md");
  const deliveries = read("bench/RECEIVER.md");
  return [
    page("contributing", read("CONTRIBUTING.md")),
    page("security-policy", read("SECURITY.md")),
    page("language-results", read("test/languages/RESULTS.md")),
    page("measurements", `${speed.replace(/^# .*/, "# All measurements")}\n${deliveries.replace(/^# /, "## ")}`),
    page("speed", printSpeed(speed, deliveries)),
  ];
}

/** What most people want to know of the measurements. */
function printSpeed(results: string, deliveries: string): string {
  const [, measured = ""] = results.match(/^# .*\n\n(.*?)\n/)!;
  const [chart] = results.match(/^!\[.*$/m)!;
  return [
    "# Speed",
    "What checking an event adds to `JSON.parse` of its body, and how many deliveries a receiver takes.",
    chart,
    section(results, "Mixed events, text to event"),
    deliveries.replace(/^# /, "## ").trim(),
    `## How it was measured\n\n${measured} [All measurements](measurements.md): one event, absolute times, bytes, start-up, bundle, memory, refusals.`,
  ].join("\n\n");
}

function section(markdown: string, heading: string): string {
  const found = markdown.split(/^(?=## )/m).find((text) => text.startsWith(`## ${heading}\n`));
  if (!found) throw new Error(`bench/RESULTS.md: no section ${heading}`);
  return found.trim();
}

function page(name: string, text: string): Page {
  return { path: `docs/${name}.md`, text: `${text.trim()}\n` };
}

/** A file with its links as a page of docs has them. */
function read(file: string): string {
  return readFileSync(file, "utf8").replaceAll(
    /\]\((?![a-z]+:|#)([^)]+)\)/g,
    (_all, link: string) => `](${relative("docs", join(dirname(file), link)).replaceAll("\\", "/")})`,
  );
}

/** Prints README.md with the table of events between its two markers. */
import { readFileSync } from "node:fs";
import type { EventDescription, Library } from "./library.js";

const start = "<!-- events -->";
const end = "<!-- /events -->";

export function printReadme({ events }: Library): string {
  const readme = readFileSync("README.md", "utf8");
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md: no ${start} before ${end}`);
  const table = [
    "| event type | body's `type` | category | evidence | when |",
    "|---|---|---|---|---|",
    ...events.map(printRow),
  ];
  return `${readme.slice(0, from + start.length)}\n${table.join("\n")}\n${readme.slice(to)}`;
}

function printRow(event: EventDescription): string {
  const { eventType, category, evidence, description } = event;
  return `| ${[`\`${eventType}\``, printType(event), category, evidence, description].join(" | ")} |`;
}

function printType({ wireNames, progress }: EventDescription): string {
  if (progress) return `integration's name; \`progress\` is \`${progress}\``;
  return wireNames.map((name) => `\`${name}\``).join(" or ") || "none";
}

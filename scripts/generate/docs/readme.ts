/** Prints README.md with the grades of evidence and the table of events between its two markers. */
import { evidenceGrades } from "../read/evidence.js";
import type { EventDescription, Library } from "../read/library.js";
import { withSection } from "./section.js";
import { printWireName } from "./wire-name.js";

export function printReadme({ events }: Library): string {
  return withSection("README.md", "<!-- events -->", "<!-- /events -->", [
    evidenceGrades,
    "",
    "| event type | body's `type` | category | evidence | when |",
    "|---|---|---|---|---|",
    ...events.map(printRow),
  ]);
}

function printRow(event: EventDescription): string {
  const { eventType, title, evidence, description } = event;
  return `| ${[`\`${eventType}\``, printWireName(event), title, evidence, description].join(" | ")} |`;
}

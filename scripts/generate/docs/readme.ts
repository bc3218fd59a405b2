/** Prints README.md with the grades of evidence and a table of the categories between its two markers. */
import { kebabCase } from "../../../src/catalog/names.js";
import type { Evidence } from "../../../src/zod/models/define.js";
import { evidenceMeanings } from "../read/evidence.js";
import type { EventDescription, Library } from "../read/library.js";
import { withSection } from "./section.js";

const signs: Readonly<Record<Evidence, string>> = { sample: "●", partial: "◐", inferred: "○" };

export function printReadme({ categories, events }: Library): string {
  const meanings = Object.entries(evidenceMeanings).map(
    ([grade, meaning]) => `${signs[grade as Evidence]} **${grade}**: ${meaning}`,
  );
  return withSection("README.md", "<!-- events -->", "<!-- /events -->", [
    "| category | events |",
    "|---|---|",
    ...categories.map((category) => printRow(events.filter((event) => event.category === category))),
    "",
    `How well a body is known: ${meanings.join("; ")}.`,
  ]);
}

function printRow(events: readonly EventDescription[]): string {
  const { title } = events[0]!;
  const names = events.map(
    ({ eventType, evidence }) => `[\`${eventType}\`](docs/events/${kebabCase(eventType)}.md)&nbsp;${signs[evidence]}`,
  );
  return `| [${title}](docs/events/index.md#${title.toLowerCase().replaceAll(" ", "-")}) | ${names.join(" ")} |`;
}

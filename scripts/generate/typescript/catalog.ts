/** Prints src/generated/catalog.ts: what is known of each event at run time. */
import type { Library } from "../read/library.js";

export function printCatalog({ events }: Library): string {
  const entries = events.map((event) => {
    const { eventType, category, title, description, evidence, wireNames, progress, tags, tagsEvidence } = event;
    const info = { category, title, description, evidence, wireNames, progress, tags, tagsEvidence };
    return `  ${eventType}: ${JSON.stringify(info)},`;
  });
  return [
    `import type { EventInfo } from "../catalog/event-info.js";`,
    `import type { EventType } from "./types.js";`,
    "",
    `/** What is known of each event type. */\nexport const eventCatalog: Readonly<Record<EventType, EventInfo>> = {\n${entries.join("\n")}\n};`,
  ].join("\n");
}

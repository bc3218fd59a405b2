/** Prints src/generated/catalogue.ts: what is known of each event at run time. */
import type { Library } from "./read-schemas.js";

export function printCatalogue({ events }: Library): string {
  const entries = events.map(({ eventType, category, evidence, wireNames, progress }) => {
    const info = { category, evidence, wireNames, ...(progress && { progress }) };
    return `  ${eventType}: ${JSON.stringify(info)},`;
  });
  return [
    `import type { EventInfo } from "../catalogue.js";`,
    `import type { EventType } from "./types.js";`,
    "",
    `/** What is known of each event type. */\nexport const eventCatalogue: Readonly<Record<EventType, EventInfo>> = {\n${entries.join("\n")}\n};`,
  ].join("\n");
}

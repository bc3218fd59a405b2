/** Prints src/generated/catalog.ts: what is known of each event at run time. */
import type { Library } from "../read/library.js";

export function printCatalog({ events, models }: Library): string {
  const { shape } = models.get("FieldData")!;
  const fieldDataTypes = shape.kind === "openUnion" ? shape.members.map(({ value }) => value) : [];
  const entries = events.map((event) => {
    const { eventType, category, title, description, evidence, wireNames, progress, tags, tagsEvidence } = event;
    const info = { category, title, description, evidence, wireNames, progress, tags, tagsEvidence };
    return `  ${eventType}: ${JSON.stringify(info)},`;
  });
  return [
    `import type { EventInfo } from "../catalog/event-info.js";`,
    `import type { EventType, FieldDataType } from "./types.js";`,
    "",
    `/** What is known of each event type. */\nexport const eventCatalog: Readonly<Record<EventType, EventInfo>> = {\n${entries.join("\n")}\n};`,
    "",
    `/** The types of field data that this version knows. */\nexport const fieldDataTypes: readonly FieldDataType[] = ${JSON.stringify(fieldDataTypes)};`,
  ].join("\n");
}

/** Prints src/generated/payload-schemas.ts: the zod schemas of all payloads by event type. */
import type { Library } from "../read/library.js";

export function printPayloadSchemas({ events, categories }: Library): string {
  const imports = categories.map((category) => {
    const constants = events.filter((event) => event.category === category).map(({ constant }) => `  ${constant},`);
    return `import {\n${constants.join("\n")}\n} from "../events/${category}.js";`;
  });
  const entries = events.map(({ eventType, constant }) => `  ${eventType}: ${constant},`);
  return [
    ...imports,
    "",
    `/** The zod schema of each event's payload, by event type. */\nexport const payloadSchemas = {\n${entries.join("\n")}\n} as const;`,
  ].join("\n");
}

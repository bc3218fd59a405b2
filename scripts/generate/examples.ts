/** Prints src/generated/examples.ts: the bodies of examples/payloads, each compiled against the type of its event. */
import { readdirSync, readFileSync } from "node:fs";
import { camelCase, kebabCase } from "./names.js";
import type { Library } from "./read-schemas.js";

export const examplesFolder = "examples/payloads";

export function printExamples({ events }: Library): string {
  const files = readdirSync(examplesFolder).sort();
  const examples = files.map((file) => {
    const name = file.replace(/\.json$/, "");
    const event = events.find(({ eventType }) => kebabCase(eventType) === name.split(".")[0]);
    if (!event) throw new Error(`${examplesFolder}/${file}: no event type is called so`);
    return { file, event, constant: camelCase(name.replaceAll(".", "-")) };
  });
  const payloads = [...new Set(examples.map(({ event }) => event.payload))].sort();
  return [
    `import type {\n${["EventType", ...payloads].map((type) => `  ${type},`).join("\n")}\n} from "./types.js";`,
    ...examples.map(
      ({ file, event, constant }) =>
        `/** Example body of ${event.eventType}${variant(file)}. */\nexport const ${constant}: ${event.payload} = ${compact(`${examplesFolder}/${file}`)};`,
    ),
    `/** Every example body, by event type and name. */\nexport const examples: Readonly<Record<EventType, Readonly<Record<string, unknown>>>> = {\n${events
      .map(({ eventType }) => {
        const own = examples.filter(({ event }) => event.eventType === eventType);
        return `  ${eventType}: { ${own.map(({ file, constant }) => `${JSON.stringify(file.replace(/\.json$/, ""))}: ${constant}`).join(", ")} },`;
      })
      .join("\n")}\n};`,
  ].join("\n\n");
}

function variant(file: string): string {
  const name = file.split(".").slice(1, -1).join(" ");
  return name ? `: ${name.replaceAll("-", " ")}` : "";
}

function compact(path: string): string {
  try {
    return JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

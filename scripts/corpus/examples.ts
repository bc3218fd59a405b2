import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EventType, eventTypes } from "../../src/index.js";

export interface Example {
  file: string;
  /** Of the file, without ending: `fact-sheet-created.clone`. */
  name: string;
  eventType: EventType;
  body: unknown;
}

/** The example bodies, `<event-type>[.<variant>].json`. */
export function readExamples(folder: string): Example[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((name) => readExample(join(folder, name), name.replace(/\.json$/, "")));
}

function readExample(file: string, name: string): Example {
  const eventType = eventTypes.find((type) => type.toLowerCase().replaceAll("_", "-") === name.split(".")[0]);
  if (!eventType) throw new Error(`${file}: named after no event type`);
  try {
    return { file, name, eventType, body: JSON.parse(readFileSync(file, "utf8")) };
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

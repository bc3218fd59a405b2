/** The one reader of examples/payloads: `<event-type>[.<variant>].json`. */
import { readdirSync, readFileSync } from "node:fs";
import { kebabCase } from "../src/catalog/names.js";

export interface Example {
  file: string;
  /** Of the file, without its ending: `fact-sheet-created.clone`. */
  name: string;
  /** Empty for the event's main example. */
  variant: string;
  eventType: string;
  text: string;
  body: unknown;
}

export const examplesFolder = "examples/payloads";

/** The examples, sorted by name; throws for a file that no event is called like, or that is not JSON. */
export function readExamples(eventTypes: readonly string[]): Example[] {
  const names = readdirSync(examplesFolder).filter((file) => file.endsWith(".json"));
  return names.map((file) => readExample(file.replace(/\.json$/, ""), eventTypes)).sort(byName);
}

function readExample(name: string, eventTypes: readonly string[]): Example {
  const file = `${examplesFolder}/${name}.json`;
  const [event, variant = ""] = name.split(".");
  const eventType = eventTypes.find((type) => kebabCase(type) === event);
  if (!eventType) throw new Error(`${file}: named after no event type`);
  try {
    const text = readFileSync(file, "utf8");
    return { file, name, variant, eventType, text, body: JSON.parse(text) };
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function byName(one: Example, other: Example): number {
  return one.name < other.name ? -1 : 1;
}

import { cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { kebabCase, payloadName } from "../../../src/catalog/names.js";
import { type EventType, eventTypes } from "../../../src/index.js";
import { both, type Dialect, type Event } from "./language.js";

/** Where the languages are built. */
export const workRoot = resolve(".cache/languages");

export function schemasOf(dialect: Dialect): string {
  return resolve("schemas", dialect);
}

/** A folder with the schemas of single events alone: `<module>/<type>.json`, because tools name types after files. */
export function eventSchemas(dialect: Dialect): string {
  return join(workRoot, "schemas", dialect);
}

export function eventOf(eventType: EventType): Event {
  return { module: eventType.toLowerCase(), type: payloadName(eventType) };
}

export function copyEventSchemas(): void {
  for (const dialect of both) {
    rmSync(eventSchemas(dialect), { recursive: true, force: true });
    for (const eventType of eventTypes) {
      const { module, type } = eventOf(eventType);
      cpSync(
        join(schemasOf(dialect), `${kebabCase(eventType)}.json`),
        join(eventSchemas(dialect), module, `${type}.json`),
      );
    }
  }
}

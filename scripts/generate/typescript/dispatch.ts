/**
 * Prints src/generated/dispatch.ts: which event a body is, by its identifying fields. A `switch`, because its comparisons
 * cost less than the hash that a `Map` needs of a string that `JSON.parse` has just made; by length first, because
 * comparing numbers costs less still.
 */
import type { Library } from "../read/library.js";

export function printDispatch({ events }: Library): string {
  const named = events.flatMap(({ eventType, wireNames }) => wireNames.map((name) => [name, eventType] as const));
  const progress = events.flatMap(({ eventType, progress }) => (progress ? [[progress, eventType] as const] : []));
  return [
    `import type { EventType } from "./types.js";\n`,
    "/** The event whose body has this `type`. */",
    printSwitch("eventTypeOfName", named),
    "/** The event of an integration run whose body has this `progress`. */",
    printSwitch("eventTypeOfProgress", progress),
  ].join("\n");
}

function printSwitch(name: string, entries: (readonly [value: string, eventType: string])[]): string {
  const lengths = [...new Set(entries.map(([value]) => value.length))].sort((one, other) => one - other);
  const cases = lengths.flatMap((length) => [
    `    case ${length}:`,
    ...entries
      .filter(([value]) => value.length === length)
      .map(
        ([value, eventType]) => `      if (value === ${JSON.stringify(value)}) return ${JSON.stringify(eventType)};`,
      ),
    "      break;",
  ]);
  return [
    `export function ${name}(value: unknown): EventType | undefined {`,
    `  if (typeof value !== "string") return undefined;`,
    "  switch (value.length) {",
    ...cases,
    "  }",
    "  return undefined;\n}\n",
  ].join("\n");
}

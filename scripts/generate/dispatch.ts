/**
 * Prints src/generated/dispatch.ts: which event a body is, by the members that tell. A `switch`, as its comparisons cost
 * less than the hash that a `Map` needs of a text that `JSON.parse` has just made.
 */
import type { EventDescription, Library } from "./read-schemas.js";

export function printDispatch({ events }: Library): string {
  return [
    `import type { EventType } from "./types.js";\n`,
    "/** The event whose body has this `type`. */",
    printSwitch("eventTypeOfName", events, ({ wireNames }) => wireNames),
    "/** The event of an integration run whose body has this `progress`. */",
    printSwitch("eventTypeOfProgress", events, ({ progress }) => (progress === undefined ? [] : [progress])),
  ].join("\n");
}

function printSwitch(
  name: string,
  events: EventDescription[],
  valuesOf: (event: EventDescription) => string[],
): string {
  const cases = events.flatMap((event) => {
    const labels = valuesOf(event).map((value) => `    case ${JSON.stringify(value)}:`);
    return labels.length > 0 ? [...labels, `      return ${JSON.stringify(event.eventType)};`] : [];
  });
  return [
    `export function ${name}(value: unknown): EventType | undefined {`,
    "  switch (value) {",
    ...cases,
    "    default:\n      return undefined;\n  }\n}\n",
  ].join("\n");
}

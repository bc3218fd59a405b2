/**
 * Prints src/generated/dispatch.ts: which event a body is, by its identifying fields. A `switch`, because its comparisons
 * cost less than the hash that a `Map` needs of a string that `JSON.parse` has just made; by length first, because
 * comparing numbers costs less still. It gives a record that holds the check: looking that up by name costs as much again.
 */
import type { Library } from "../read/library.js";

export function printDispatch({ events }: Library, checkOf: (payload: string) => string): string {
  const named = events.flatMap(({ eventType, wireNames }) => wireNames.map((name) => [name, eventType] as const));
  const progress = events.flatMap(({ eventType, progress }) => (progress ? [[progress, eventType] as const] : []));
  const checks = [...new Set(events.map(({ payload }) => `  ${checkOf(payload)},\n`))].join("");
  const guesses = events.filter(({ evidence }) => evidence === "inferred").map(({ eventType }) => eventType);
  const records = events.map(
    ({ eventType, payload }) =>
      `export const ${eventType}: KnownEvent = { type: "${eventType}", check: ${checkOf(payload)} };`,
  );
  return [
    `import type { KnownEvent } from "../parse/check.js";`,
    `import {\n${checks}} from "./checks.js";\n`,
    `${records.join("\n")}\n`,
    "/** The events of which only the name is published. The tags of an envelope may name them. */",
    `export const guesses: readonly KnownEvent[] = [${guesses.join(", ")}];\n`,
    "/** The event whose body has this `type`. */",
    printFunction("eventOfName", [
      `  if (typeof value !== "string") return undefined;`,
      "  switch (value.length) {",
      ...printCases(named),
      "  }",
    ]),
    "/** The event of an integration run whose body has this `progress`. */",
    printFunction("eventOfProgress", printComparisons(progress)),
  ].join("\n");
}

type Entry = readonly [value: string, eventType: string];

function printCases(entries: Entry[]): string[] {
  const lengths = [...new Set(entries.map(([value]) => value.length))].sort((one, other) => one - other);
  return lengths.flatMap((length) => [
    `    case ${length}:`,
    ...printComparisons(entries.filter(([value]) => value.length === length)).map((line) => `    ${line}`),
    "      break;",
  ]);
}

function printComparisons(entries: Entry[]): string[] {
  return entries.map(([value, eventType]) => `  if (value === ${JSON.stringify(value)}) return ${eventType};`);
}

function printFunction(name: string, lines: string[]): string {
  const head = `export function ${name}(value: unknown): KnownEvent | undefined {`;
  return [head, ...lines, "  return undefined;\n}\n"].join("\n");
}

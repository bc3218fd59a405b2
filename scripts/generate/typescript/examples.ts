/** Prints src/generated/examples.ts: the bodies of examples/payloads, each of the type of its event's payload. */
import { camelCase } from "../../../src/catalog/names.js";
import { type Example, readExamples } from "../../examples.js";
import type { EventDescription, Library } from "../read/library.js";
import { derivedExamples, isDerived } from "./derived-examples.js";

/** The examples on disk, those that follow from others made anew. */
export function allExamples(library: Library): Example[] {
  const written = readExamples(library.events.map(({ eventType }) => eventType)).filter((one) => !isDerived(one));
  const derived = library.events.flatMap((event) => derivedExamples(event, mainExample(event, written), library));
  return [...written, ...derived].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function mainExample(event: EventDescription, examples: Example[]): Example {
  const example = of(event, examples).find(({ variant }) => variant === "");
  if (!example) throw new Error(`${event.eventType}: no example in examples/payloads`);
  return example;
}

export function printExamples({ events }: Library, examples: Example[]): string {
  const imports = examples.map(
    (example) => `import ${nameOf(example)} from "../../${example.file}" with { type: "json" };`,
  );
  const main = events.map((event) => `  ${event.eventType}: ${nameOf(mainExample(event, examples))},`);
  const variants = events.map((event) => {
    const own = of(event, examples).filter(({ variant }) => variant !== "");
    const entries = own.map((example) => `\n    ${JSON.stringify(example.variant)}: ${nameOf(example)},`);
    return `  ${event.eventType}: {${entries.join("")}\n  },`;
  });
  return [
    [...imports, `import type { EventType, WebhookEventMap } from "./types.js";`].join("\n"),
    `/** The payload of an example, by event type. */\nexport type ExamplePayloads = { readonly [Type in EventType]: WebhookEventMap[Type]["payload"] };`,
    `/** Further payloads by event type and the name of the variant. */\nexport type ExampleVariants = {\n  readonly [Type in EventType]: { readonly [variant: string]: WebhookEventMap[Type]["payload"] };\n};`,
    "// TypeScript takes a text of a JSON file for any string: test/examples.test.ts holds the files against the types.",
    `/** An example payload of each event. */\nexport const examples = {\n${main.join("\n")}\n} as unknown as ExamplePayloads;`,
    `/** More example payloads: null and absent fields, other integrations, other forms of the same event. */\nexport const exampleVariants = {\n${variants.join("\n")}\n} as unknown as ExampleVariants;`,
  ].join("\n\n");
}

/** `factSheetCreatedNullValues` */
function nameOf({ name }: Example): string {
  return camelCase(name.replaceAll(".", "-"));
}

function of({ eventType }: EventDescription, examples: Example[]): Example[] {
  return examples.filter((example) => example.eventType === eventType);
}

/** Prints src/generated/examples.ts: the bodies of examples/payloads, each compiled against the type of its event. */
import { type Example, readExamples } from "../examples.js";
import { derivedExamples, isDerived } from "./derived-examples.js";
import type { EventDescription, Library } from "./library.js";

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
  const main = (event: EventDescription) =>
    `  ${event.eventType}: ${JSON.stringify(mainExample(event, examples).body)},`;
  const variants = (event: EventDescription) => {
    const own = of(event, examples).filter(({ variant }) => variant !== "");
    return `  ${event.eventType}: {${own.map(({ variant, body }) => `\n    ${JSON.stringify(variant)}: ${JSON.stringify(body)},`).join("")}${own.length > 0 ? "\n  " : ""}},`;
  };
  return [
    `import type { EventType, WebhookEventMap } from "./types.js";`,
    `/** The payload of an example, by event type. */\nexport type ExamplePayloads = { readonly [Type in EventType]: WebhookEventMap[Type]["payload"] };`,
    `/** Further payloads by event type and the name of the variant. */\nexport type ExampleVariants = {\n  readonly [Type in EventType]: { readonly [variant: string]: WebhookEventMap[Type]["payload"] };\n};`,
    `/** An example payload of each event. */\nexport const examples: ExamplePayloads = {\n${events.map(main).join("\n")}\n};`,
    `/** More example payloads: null and absent fields, other integrations, other forms of the same event. */\nexport const exampleVariants: ExampleVariants = {\n${events.map(variants).join("\n")}\n};`,
  ].join("\n\n");
}

function of({ eventType }: EventDescription, examples: Example[]): Example[] {
  return examples.filter((example) => example.eventType === eventType);
}

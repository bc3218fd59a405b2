/** Prints docs/events: a page per event for people and their assistants, and the list of them. */
import { examplesFolder, readExamples } from "../examples.js";
import { kebabCase } from "../names.js";
import { printFields, printModels } from "./event-fields.js";
import type { EventDescription, Field, Library } from "./library.js";

const evidence = {
  sample: "The vendor published an example of this body.",
  partial: "The vendor published parts of this body.",
  inferred:
    "The body was never published: it is inferred from its siblings, every field is optional, and a body of another shape is never refused.",
};

export function printEventPages(library: Library): { path: string; text: string }[] {
  const { events } = library;
  const examples = new Map(
    readExamples(events.map(({ eventType }) => eventType))
      .filter(({ variant }) => variant === "")
      .map(({ eventType, text }) => [eventType, text]),
  );
  const pages = events.map((event) => ({
    path: `docs/events/${kebabCase(event.eventType)}.md`,
    text: `${printPage(event, examples.get(event.eventType)!, library)}\n`,
  }));
  return [{ path: "docs/events/index.md", text: `${printIndex(library)}\n` }, ...pages];
}

function printIndex({ categories, events }: Library): string {
  const sections = categories.map((category) => {
    const rows = events.filter((event) => event.category === category).map(printRow);
    return [`## ${category}`, "", "| event | body's `type` | evidence | when |", "|---|---|---|---|", ...rows].join(
      "\n",
    );
  });
  return ["# Events", `The ${events.length} events of SAP LeanIX webhooks, a page each.`, ...sections].join("\n\n");
}

function printRow(event: EventDescription): string {
  return `| ${[link(event), wireName(event), event.evidence, event.description].join(" | ")} |`;
}

function printPage(event: EventDescription, example: string, library: Library): string {
  const file = `${kebabCase(event.eventType)}.json`;
  return [
    `# ${event.eventType}`,
    event.description,
    [
      `- Body's \`type\`: ${wireName(event)}`,
      `- Category: [${event.category}](index.md#${event.category})`,
      `- Evidence: ${event.evidence}. ${evidence[event.evidence]}`,
      `- Source: <${event.source}>`,
    ].join("\n"),
    "The body is this payload alone, or stands as `payload` in an envelope.",
    `## Fields\n\nAn optional field may be absent or null.\n\n${printFields(library.models.get(event.payload)!)}`,
    ...printModels(event.payload, library),
    `## Example\n\n[\`${examplesFolder}/${file}\`](../../${examplesFolder}/${file})\n\n\`\`\`json\n${example.trim()}\n\`\`\``,
    `## JSON Schema\n\n- [2020-12](../../schemas/2020-12/${file})\n- [draft-07](../../schemas/draft-07/${file})`,
    ...printSiblings(event, library),
  ].join("\n\n");
}

function printSiblings(event: EventDescription, { events, models }: Library): string[] {
  const siblings = events.filter(
    ({ category, eventType }) => category === event.category && eventType !== event.eventType,
  );
  if (siblings.length === 0) return [];
  const keysOf = ({ payload }: EventDescription) => {
    const { shape } = models.get(payload)!;
    return shape.kind === "object" ? shape.fields.map(({ key }: Field) => key) : [];
  };
  const own = keysOf(event);
  const rows = siblings.map((sibling) => {
    const theirs = keysOf(sibling);
    const more = theirs.filter((key) => !own.includes(key));
    const fewer = own.filter((key) => !theirs.includes(key));
    return `| ${link(sibling)} | ${sibling.description} | ${wireName(sibling)} | ${codes(more)} | ${codes(fewer)} |`;
  });
  const head =
    "| event | when | body's `type` | fields that only it has | fields that it lacks |\n|---|---|---|---|---|";
  return [`## Other events of ${event.category}\n\n${head}\n${rows.join("\n")}`];
}

function link({ eventType }: EventDescription): string {
  return `[${eventType}](${kebabCase(eventType)}.md)`;
}

function wireName({ wireNames, progress }: EventDescription): string {
  if (progress) return `the integration's name; \`progress\` is \`${progress}\``;
  return wireNames.map((name) => `\`${name}\``).join(" or ") || "none; the fields identify the event";
}

function codes(keys: string[]): string {
  return keys.map((key) => `\`${key}\``).join(", ") || "–";
}

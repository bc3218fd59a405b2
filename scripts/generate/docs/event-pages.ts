/** Prints docs/events: a page per event for people and their assistants, and the list of them. */
import { kebabCase } from "../../../src/catalog/names.js";
import { examplesFolder, readExamples } from "../../examples.js";
import { evidenceMeanings } from "../read/evidence.js";
import { type EventDescription, fieldsOf, type Library } from "../read/library.js";
import { fieldsLegend, printFields, printModels } from "./event-fields.js";
import { printWireName } from "./wire-name.js";

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
    const own = events.filter((event) => event.category === category);
    const rows = own.map(printRow);
    return [
      `## ${own[0]?.title}`,
      "",
      "| event | body's `type` | evidence | when |",
      "|---|---|---|---|",
      ...rows,
    ].join("\n");
  });
  return ["# Events", `The ${events.length} events of SAP LeanIX webhooks, a page each.`, ...sections].join("\n\n");
}

function printRow(event: EventDescription): string {
  return `| ${[link(event), printWireName(event), event.evidence, event.description].join(" | ")} |`;
}

function printPage(event: EventDescription, example: string, library: Library): string {
  const file = `${kebabCase(event.eventType)}.json`;
  return [
    `# ${event.eventType}`,
    event.description,
    [
      `- Body's \`type\`: ${printWireName(event)}`,
      `- Category: [${event.title}](index.md#${anchorOf(event.title)}), imported from \`leanix-webhook-events/${event.category}\``,
      `- Evidence: ${event.evidence} (${evidenceMeanings[event.evidence]})`,
      `- Tags that select it: ${printTags(event)}`,
      `- Source: <${event.source}>`,
    ].join("\n"),
    "The body is this payload alone, or stands as `payload` in an envelope.",
    `## Fields\n\n${fieldsLegend}\n\n${printFields(library.models.get(event.payload)!, printOrigin(event))}`,
    ...printModels(event.payload, library),
    `## Example\n\n[\`${examplesFolder}/${file}\`](../../${examplesFolder}/${file})\n\n\`\`\`json\n${example.trim()}\n\`\`\``,
    `## JSON Schema\n\n- [2020-12](../../schemas/2020-12/${file})\n- [draft-07](../../schemas/draft-07/${file})`,
    ...printSiblings(event, library),
  ].join("\n\n");
}

/** Where the payload's fields are published; the page of an event without a published example only names it. */
function printOrigin({ evidence, source }: EventDescription): string {
  return evidence === "sample" ? `<${source}>` : `see the evidence above; <${source}> names the event`;
}

function printSiblings(event: EventDescription, { events, models }: Library): string[] {
  const siblings = events.filter(
    ({ category, eventType }) => category === event.category && eventType !== event.eventType,
  );
  if (siblings.length === 0) return [];
  const keysOf = ({ payload }: EventDescription) => fieldsOf(models.get(payload)!).map(({ key }) => key);
  const own = keysOf(event);
  const rows = siblings.map((sibling) => {
    const theirs = keysOf(sibling);
    const more = theirs.filter((key) => !own.includes(key));
    const fewer = own.filter((key) => !theirs.includes(key));
    const differences = [more.length > 0 && `It adds ${codes(more)}.`, fewer.length > 0 && `It lacks ${codes(fewer)}.`];
    const words = [sibling.description, `Body's \`type\`: ${printWireName(sibling)}.`, ...differences];
    return `- ${link(sibling)}: ${words.filter(Boolean).join(" ")}`;
  });
  return [`## Other events of ${event.title}\n\n${rows.join("\n")}`];
}

function link({ eventType }: EventDescription): string {
  return `[${eventType}](${kebabCase(eventType)}.md)`;
}

function printTags({ tags, tagsEvidence }: EventDescription): string {
  if (tags === undefined) return "unknown";
  return `\`${JSON.stringify(tags)}\`, ${tagsEvidence === "published" ? "published" : "assumed by analogy with those of other events"}`;
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

function codes(keys: string[]): string {
  return keys.map((key) => `\`${key}\``).join(", ");
}

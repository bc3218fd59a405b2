/** Prints docs/events: a page per event for people and their assistants, the models that several share, and the list. */
import { camelCase, kebabCase, pascalCase } from "../../../src/catalog/names.js";
import { type Example, readExamples } from "../../examples.js";
import { evidenceMeanings } from "../read/evidence.js";
import type { EventDescription, Library } from "../read/library.js";
import { modelsBelow } from "../read/recursive-models.js";
import { fieldsLegend, kindLinks, modelPages, printSource, printSources, printTree } from "./event-fields.js";
import { fitCommand, fitImport } from "./fit.js";
import { printHandler } from "./handler.js";
import { printSiblings } from "./siblings.js";
import { printTraps } from "./traps.js";
import { heldBy, printGlance, printHeld } from "./what-it-holds.js";
import { printWireName } from "./wire-name.js";

interface Page {
  path: string;
  text: string;
}

export function printEventPages(library: Library): Page[] {
  const examples = readExamples(library.events.map(({ eventType }) => eventType));
  const examplesOf = ({ eventType }: EventDescription) => {
    const own = examples.filter((example) => example.eventType === eventType);
    return { main: own.find(({ variant }) => variant === "")!, variants: own.filter(({ variant }) => variant !== "") };
  };
  return [
    page("index", printIndex(library)),
    ...library.events.map((event) => {
      const { main, variants } = examplesOf(event);
      return page(kebabCase(event.eventType), printPage(event, main, variants, library));
    }),
    ...Object.entries(modelPages).map(([model, name]) => page(name, printModelPage(model, library))),
  ];
}

function page(name: string, text: string): Page {
  return { path: `docs/events/${name}.md`, text: `${text}\n` };
}

function printIndex({ categories, events }: Library): string {
  const sections = categories.map((category) => {
    const own = events.filter((event) => event.category === category);
    const head = ["| event | body's `type` | evidence | when |", "|---|---|---|---|"];
    return [`## ${own[0]!.title}`, "", ...head, ...own.map(printRow)].join("\n");
  });
  return [
    "# Events",
    `The ${events.length} events of SAP LeanIX webhooks, a page each. Shared models: ${printModelLinks()}.`,
    ...sections,
    [
      "## Kinds of values",
      "",
      "- **id**: a string that is not empty, mostly a UUID",
      "- **timestamp**: a string, date and time in ISO 8601 with the offset",
      "- **date**: a string, `YYYY-MM-DD`",
      "- **integer**: a number without a fraction, which can be greater than 2^53",
    ].join("\n"),
    `## Evidence\n\n${Object.entries(evidenceMeanings)
      .map(([grade, meaning]) => `- **${grade}**: ${meaning}`)
      .join("\n")}`,
  ].join("\n\n");
}

function printRow(event: EventDescription): string {
  return `| ${[link(event), printWireName(event), event.evidence, event.description].join(" | ")} |`;
}

function printPage(event: EventDescription, main: Example, variants: readonly Example[], library: Library): string {
  const { eventType, title, description, evidence } = event;
  const held = heldBy(eventType, main.body);
  return [
    `# ${eventType}`,
    `${description} Evidence: **${evidence}**. Category: [${title}](index.md#${anchorOf(title)}). Body's \`type\`: ${printWireName(event)}.`,
    printGlance(event, held),
    `## Example\n\n\`\`\`json\n${main.text.trim()}\n\`\`\`${printVariants(variants)}`,
    "It comes by POST, as JSON of at most 20 MB, without a signature: the payload alone, or as `payload` in an envelope.",
    `## Handle it\n\n\`\`\`ts\n${printHandler(event, library)}\n\`\`\``,
    `## Select it in LeanIX\n\n${printSelection(event)}`,
    `## What it holds\n\n${printHeld(held)}`,
    `## Traps\n\n${printTraps(event, library, held, main.body)}`,
    `## Fields\n\n${fieldsLegend}\n\n${printTree(library, event.payload, ownModels(event, library))}`,
    printTypes(event),
    `## Try it\n\n\`\`\`sh\n${fitCommand(`npx leanix-webhook-events send ${eventType}`, "--to http://127.0.0.1:3000/")}\n\`\`\``,
    ...printFamily(event, library),
    [
      "## Evidence and source",
      `**${evidence}**: ${evidenceMeanings[evidence]}. The vendor names the event on ${printSource(event.source)}. The fields are published here:`,
      printSources(event.payload, library, evidence === "sample" ? printSource(event.source) : "nowhere as a whole"),
      ...printWanted(event),
    ].join("\n\n"),
    kindLinks,
  ].join("\n\n");
}

/** How whoever receives an event whose body is not published tells its shape. */
function printWanted({ eventType, evidence }: EventDescription): string[] {
  if (evidence === "sample") return [];
  return [
    "**You receive it?** This command tells its shape, from what LeanIX has sent to your webhook in the last 30 days, and without a value of a body:",
    [
      "```sh",
      "export LEANIX_API_TOKEN=…",
      "npx leanix-webhook-events log --url https://example.leanix.net --subscription <id> \\",
      `  --only events --event ${eventType},UNKNOWN --json |`,
      "  npx leanix-webhook-events drift --json",
      "```",
    ].join("\n"),
    "Read what it prints, and paste it into the project's *Drift* form; [Drift](../cli.md#drift) says what it holds. If your webhook has a callback, LeanIX's *Managed Code* page keeps its inputs, which are the bodies as well: save one to a file and give that to `drift`.",
  ];
}

function printSelection({ eventType, tags, tagsEvidence }: EventDescription): string {
  if (!tags)
    return `Choose **${eventType}** among the events of the webhook. Its \`tagSets\` in the API are not known.`;
  const isPublished = tagsEvidence === "published";
  return `Choose **${eventType}** among the events of the webhook, or by the API, [step by step](../leanix.md):

\`\`\`json
{ "tagSets": [${JSON.stringify(tags)}] }
\`\`\`

These tags are ${isPublished ? "published" : "assumed by analogy with those of other events"}.`;
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}

/** On its own page a shared model is shown where the payload holds it directly. */
function ownModels({ payload }: EventDescription, { models }: Library): string[] {
  const { shape } = models.get(payload)!;
  const nodes = shape.kind === "object" ? shape.fields.map(({ node }) => node) : [];
  return nodes.flatMap((node) => (node.kind === "model" && node.name in modelPages ? [node.name] : []));
}

function printVariants(variants: readonly Example[]): string {
  if (variants.length === 0) return "";
  const links = variants.map(
    ({ variant, file }) => `[${variant.replaceAll("-", " ").replace("uuids", "UUIDs")}](../../${file})`,
  );
  return `\n\nMore examples: ${links.join(" · ")}`;
}

function printTypes({ eventType, category, payload, constant }: EventDescription): string {
  const file = `${kebabCase(eventType)}.json`;
  const schema = `${camelCase(eventType)}JsonSchema`;
  const module = `leanix-webhook-events/${category}`;
  return [
    "## Types and schemas",
    `\`\`\`ts [TypeScript]\n${fitImport([`${pascalCase(eventType)}Event`, payload], "leanix-webhook-events", "import type")}\n\`\`\``,
    `\`\`\`ts [zod]\n${fitImport([constant], module)}\n\nexport const result = ${constant}.safeParse({});\n\`\`\``,
    `\`\`\`ts [JSON Schema]\n${fitImport([schema], module)}\n\nexport const schema = ${schema};\n\`\`\``,
    `\`\`\`sh [Other languages]\nnpx leanix-webhook-events schema ${eventType}\n${fitCommand(`npx leanix-webhook-events schema ${eventType}`, "--dialect draft-04 --inline")}\n\`\`\``,
    `JSON Schema: ${["2020-12", "draft-07", "draft-04"].map((dialect) => `[${dialect}](../../schemas/${dialect}/${file})`).join(" · ")}. The command's \`--inline\` leaves no \`$ref\`. Generators for [other languages](../languages.md).`,
  ].join("\n\n");
}

function printFamily(event: EventDescription, library: Library): string[] {
  const siblings = printSiblings(event, library);
  return siblings.length > 0 ? [`## ${event.title} side by side`, ...siblings] : [];
}

function printModelPage(name: string, library: Library): string {
  const users = library.events.filter(({ payload }) => modelsBelow(payload, library.models).has(name));
  return [
    `# ${name}`,
    library.models.get(name)!.description,
    `Held by ${users.map(link).join(", ")}.`,
    `## Fields\n\n${fieldsLegend}\n\n${printTree(library, name)}`,
    `## Source\n\n${printSources(name, library)}`,
    kindLinks,
  ].join("\n\n");
}

function printModelLinks(): string {
  return Object.entries(modelPages)
    .map(([model, name]) => `[${model}](${name}.md)`)
    .join(", ");
}

function link({ eventType }: EventDescription): string {
  return `[${eventType}](${kebabCase(eventType)}.md)`;
}

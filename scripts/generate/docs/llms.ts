/** Prints llms.txt, the list of all pages for assistants (llmstxt.org): where each is in the package, and what it says. */
import { readFileSync } from "node:fs";
import { kebabCase } from "../../../src/catalog/names.js";
import { evidenceGrades } from "../read/evidence.js";
import type { Library } from "../read/library.js";
import type { Page } from "./copies.js";
import { modelPages } from "./event-fields.js";
import { guide, pagesOf } from "./guide.js";
import { firstSentence, titleOf } from "./page.js";

export function printLlms({ categories, events, models }: Library, copies: readonly Page[]): string {
  const texts = new Map(copies.map(({ path, text }) => [path, text]));
  const printPage = (name: string) => {
    const path = `docs/${name}.md`;
    const page = texts.get(path) ?? readFileSync(path, "utf8");
    return printLink(titleOf(page), path, firstSentence(page) ?? "");
  };
  const sections = Object.keys(guide).map((title) => [`## ${title}`, "", ...pagesOf(title, "docs").map(printPage)]);
  const categoriesOfEvents = categories.map((category) => {
    const own = events.filter((event) => event.category === category);
    return [
      `## Events: ${own[0]!.title}`,
      "",
      ...own.map(({ eventType, description, evidence }) =>
        printLink(eventType, `docs/events/${kebabCase(eventType)}.md`, `${description} Evidence: ${evidence}.`),
      ),
    ];
  });
  const shared = Object.entries(modelPages).map(([model, name]) =>
    printLink(model, `docs/events/${name}.md`, models.get(model)!.description),
  );
  return [
    "# leanix-webhook-events",
    "> Types, validators and JSON Schemas for every SAP LeanIX webhook event, in TypeScript and for other languages.",
    about.map((line) => `- ${line}`).join("\n"),
    ...sections.map((lines) => lines.join("\n")),
    ...categoriesOfEvents.map((lines) => lines.join("\n")),
    ["## Events: shared models", "", ...shared].join("\n"),
    ["## Schemas", "", ...schemas.map((line) => printLink(...line))].join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** What goes wrong in code that is written without having read a page. */
const about = [
  "Install it with `npm install leanix-webhook-events`. Only `/zod` and the category modules need zod.",
  "An event has two names: you subscribe to `FACT_SHEET_UPDATED`, which is `event.type`; the body's `type` is `FactSheetUpdatedEvent`. Switch on `event.type`.",
  "Receive with `createReceiver` of `leanix-webhook-events/receiver`, mounted before any body parser. It answers 204 to an event and 202 to an invalid body. Answer no body with 400: LeanIX repeats it every 50 seconds and deactivates the webhook after ten days.",
  "Most payloads have no `factSheet`: take ids from `factSheetsOf(event)`. An optional field may be absent or null.",
  "Deliveries come more than once and in any order: `deliveryKeyOf`, `recordPosition`, `groupKeyOf`.",
  evidenceGrades.replaceAll("**", ""),
];

const schemas: [title: string, path: string, about: string][] = [
  ["Any body", "schemas/2020-12/webhook-delivery.json", "JSON Schema; also in `draft-07` and `draft-04`."],
  ["OpenAPI", "schemas/openapi.json", "OpenAPI 3.1; `openapi-3.0.json` for older tools."],
  ["AsyncAPI", "schemas/asyncapi.json", "AsyncAPI 3, a message for each event."],
];

function printLink(title: string, path: string, about: string): string {
  return `- [${title}](${path}): ${about}`;
}

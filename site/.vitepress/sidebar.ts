import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes } from "../../src/index.js";

type Item = DefaultTheme.SidebarItem;

/** The guide, by what a visitor wants. A name that ends in `/` is a folder, and the page that leads to it. */
const guide: [text: string, pages: (string | [folder: string, leads: string])[]][] = [
  ["Start", ["start", "leanix", "how-it-works"]],
  ["Handle", ["events-and-narrowing", "errors", "field-values", "order", "zod", "standard-schema"]],
  [
    "Run",
    [
      "receiving",
      ["platforms", "receiving"],
      ["gateways", "receiving"],
      ["recipes", "order"],
      "settings",
      "security",
      "limits",
      "monitoring",
      "troubleshooting",
      "after-an-outage",
    ],
  ],
  ["Tools", ["cli", "testing", "callbacks", "pull", "ecosystem"]],
  ["Other languages", ["languages", ["languages", "languages"]]],
  ["About", ["evidence", "schema-compatibility", "speed", "by-hand", "contributing", "security-policy"]],
];

const folderNames: Record<string, string> = {
  platforms: "Platforms",
  gateways: "Gateways",
  recipes: "Recipes",
  languages: "Languages",
};

/** To remember what came: in memory, in a database; then queues. Others follow. */
const first = [
  "sqlite",
  "redis",
  "postgresql",
  "dynamodb",
  "powertools-idempotency",
  "bullmq",
  "sqs-fifo",
  "service-bus",
];

/** What stands beside a page: the events, the API, or the guide. */
export function sidebar(): DefaultTheme.SidebarMulti {
  return {
    "/events/": events(),
    "/reference/": reference(),
    "/": guide.map(section).filter(({ items }) => items?.length),
  };
}

function section([text, pages]: (typeof guide)[number]): Item {
  return { text, items: pages.flatMap((page) => (typeof page === "string" ? listed(page) : folder(...page))) };
}

function listed(name: string): Item[] {
  return existsSync(`../docs/${name}.md`) ? [item(`${name}.md`)] : [];
}

/** A group that folds has a link of its own: without one, its button would stand in a button. */
function folder(name: string, leads: string): Item[] {
  if (!existsSync(`../docs/${name}`)) return [];
  const files = readdirSync(`../docs/${name}`).filter((file) => file.endsWith(".md"));
  const ordered = new Set([...first.map((page) => `${page}.md`).filter((file) => files.includes(file)), ...files]);
  const link = existsSync(`../docs/${leads}.md`) ? `/${leads}` : `/${name}/${files[0]!.replace(".md", "")}`;
  return [
    { text: folderNames[name]!, link, items: [...ordered].map((file) => item(`${name}/${file}`)), collapsed: true },
  ];
}

function events(): Item[] {
  const titles = new Set(eventTypes.map((event) => eventCatalog[event].title));
  const shared = ["fact-sheet", "relation", "field-value"].map((name) => item(`events/${name}.md`));
  return [
    { text: "All events", link: "/events/" },
    ...[...titles].map((text) => ({
      text,
      items: eventTypes
        .filter((event) => eventCatalog[event].title === text)
        .map((event) => ({ text: event, link: `/events/${kebabCase(event)}` })),
    })),
    { text: "Shared models", items: shared },
  ];
}

/** What can be imported, as TypeDoc's theme lists it. */
function reference(): Item[] {
  const file = "../docs/reference/typedoc-sidebar.json";
  const modules = existsSync(file) ? importsIn(JSON.parse(readFileSync(file, "utf8"))) : [];
  return [
    { text: "All imports", link: "/reference/" },
    { text: "Imports", items: modules },
  ];
}

function importsIn(items: Item[]): Item[] {
  return items.flatMap(({ text, link, items }) => [
    ...(link && /\/$|index\.md$/.test(link) ? [{ text: text!, link }] : []),
    ...(items ? importsIn(items) : []),
  ]);
}

function item(page: string): Item {
  const heading = readFileSync(`../docs/${page}`, "utf8").match(/^(?:#|title:) (.*)$/m)?.[1] ?? page;
  return { text: heading.replaceAll(/[`\\]/g, ""), link: `/${page.replace(/(?:index)?\.md$/, "")}` };
}

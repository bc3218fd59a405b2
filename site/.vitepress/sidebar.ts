import { readdirSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes } from "../../src/index.js";

type Item = DefaultTheme.SidebarItem;

const guide = [
  "start",
  "receiving",
  "cli",
  "testing",
  "pull",
  "callbacks",
  "languages",
  "schema-compatibility",
  "speed",
].map((name) => `${name}.md`);

/** To remember what came: in memory, in a database; then queues. Others follow. */
const recipes = [
  "redis",
  "postgresql",
  "dynamodb",
  "powertools-idempotency",
  "bullmq",
  "sqs-fifo",
  "service-bus",
  "kafka",
];

/** The pages that there are, by their headings. */
export function sidebar(): Item[] {
  const pages = readdirSync("../docs");
  return [
    { text: "Guide", items: guide.map(item) },
    { text: "Recipes", items: folder("recipes", recipes), collapsed: true },
    { text: "Gateways", items: [...folder("gateways"), ...["ecosystem.md"].filter(exists).map(item)], collapsed: true },
    { text: "Languages", items: folder("languages"), collapsed: true },
    { text: "Events", items: [{ text: "All events", link: "/events/" }, ...categories()], collapsed: true },
    { text: "API", items: folder("reference"), collapsed: true },
  ].filter(({ items }) => items.length > 0);

  function exists(name: string): boolean {
    return pages.includes(name);
  }

  function folder(name: string, first: string[] = []): Item[] {
    if (!exists(name)) return [];
    const files = readdirSync(`../docs/${name}`).filter((file) => file.endsWith(".md"));
    const ordered = new Set([...first.map((page) => `${page}.md`).filter((file) => files.includes(file)), ...files]);
    return [...ordered].map((file) => item(`${name}/${file}`));
  }
}

function categories(): Item[] {
  const all = new Set(eventTypes.map((event) => eventCatalog[event].category));
  return [...all].map((category) => ({
    text: category,
    items: eventTypes
      .filter((event) => eventCatalog[event].category === category)
      .map((event) => ({ text: event, link: `/events/${kebabCase(event)}` })),
    collapsed: true,
  }));
}

function item(page: string): Item {
  const heading = readFileSync(`../docs/${page}`, "utf8").match(/^(?:#|title:) (.*)$/m)?.[1] ?? page;
  return { text: heading.replaceAll(/[`\\]/g, ""), link: `/${page.replace(/(?:index)?\.md$/, "")}` };
}

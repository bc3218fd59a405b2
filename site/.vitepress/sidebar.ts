import { existsSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";
import { modelPages } from "../../scripts/generate/docs/event-fields.js";
import { type Folder, guide, pagesIn } from "../../scripts/generate/docs/guide.js";
import { titleOf } from "../../scripts/generate/docs/page.js";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes } from "../../src/index.js";

type Item = DefaultTheme.SidebarItem;

const docs = "../docs";

/** What has a sidebar of its own is linked before these sections. */
const elsewhere: Readonly<Record<string, Item[]>> = {
  "Other languages": [{ text: "Events", items: [{ text: "All events", link: "/events/" }] }],
  About: [{ text: "API", items: [{ text: "All imports", link: "/reference/" }] }],
};

/** What stands beside a page: the events, the API, or the guide. */
export function sidebar(): DefaultTheme.SidebarMulti {
  return {
    "/events/": events(),
    "/reference/": reference(),
    "/": Object.keys(guide).flatMap((title) => [...(elsewhere[title] ?? []), section(title)]),
  };
}

function section(title: string): Item {
  return { text: title, items: guide[title]!.map((page) => (typeof page === "string" ? item(page) : group(page))) };
}

/** A group that folds has a link of its own: without one, its button would stand in a button. */
function group(folder: Folder): Item {
  const items = pagesIn(folder, docs).map(item);
  return { text: folder.title, link: `/${folder.leads}`, items, collapsed: true };
}

function events(): Item[] {
  const titles = new Set(eventTypes.map((event) => eventCatalog[event].title));
  const shared = Object.values(modelPages).map((name) => item(`events/${name}`));
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
  return { text: titleOf(readFileSync(`${docs}/${page}.md`, "utf8")), link: `/${page}` };
}

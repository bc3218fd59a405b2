import { readdirSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";

const guide = [
  "start.md",
  "receiving.md",
  "cli.md",
  "testing.md",
  "pull.md",
  "callbacks.md",
  "drift.md",
  "languages.md",
  "schema-compatibility.md",
  "speed.md",
];

/** The pages that there are, by their headings. */
export function sidebar(): DefaultTheme.SidebarItem[] {
  const pages = readdirSync("../docs");
  return [
    { text: "Guide", items: guide.filter((page) => pages.includes(page)).map(item) },
    { text: "Recipes", items: folder("recipes"), collapsed: true },
    { text: "Languages", items: folder("languages"), collapsed: true },
    { text: "Events", items: folder("events"), collapsed: true },
    { text: "API", items: folder("reference"), collapsed: true },
  ].filter(({ items }) => items.length > 0);

  function folder(name: string): DefaultTheme.SidebarItem[] {
    if (!pages.includes(name)) return [];
    return readdirSync(`../docs/${name}`)
      .filter((file) => file.endsWith(".md"))
      .map((file) => item(`${name}/${file}`));
  }
}

function item(page: string): DefaultTheme.SidebarItem {
  const heading = readFileSync(`../docs/${page}`, "utf8").match(/^(?:#|title:) (.*)$/m)?.[1] ?? page;
  return { text: heading.replaceAll(/[`\\]/g, ""), link: `/${page.replace(/(?:index)?\.md$/, "")}` };
}

import type { DefaultTheme } from "vitepress";
import { kebabCase } from "../../src/catalog/names.js";
import { eventCatalog, eventTypes } from "../../src/index.js";

/** An event is found by the name in its body, too. */
const classNames = Object.fromEntries(
  eventTypes.map((type) => [`events/${kebabCase(type)}.md`, eventCatalog[type].wireNames.join(" ")]),
);

type Options = NonNullable<DefaultTheme.LocalSearchOptions>;

/** The guide comes first, then the pages of events, then their list; of the API, which is most of the pages, only the headings are found. */
export const searchOptions: Options = {
  miniSearch: {
    searchOptions: {
      // Is sent to the browser as text, so it knows nothing of this module.
      boostDocument(id: string) {
        if (id.includes("/reference/")) return 0.2;
        if (id.includes("/events/#")) return 0.5;
        return id.includes("/events/") ? 2 : 4;
      },
    },
  },
  _render(source, env, md) {
    const html = md.render(source, env);
    if (env.frontmatter?.search === false) return "";
    if (env.relativePath.startsWith("reference/")) return html.match(/<h1.*?<\/h1>/s)?.[0] ?? "";
    return html.replace(/(?<=<h1[^>]*>[^<]*)(?=<a)/, ` ${classNames[env.relativePath] ?? ""}`);
  },
};

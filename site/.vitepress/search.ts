import type { DefaultTheme } from "vitepress";

type Options = NonNullable<DefaultTheme.LocalSearchOptions>;

/** The guide comes first, then the events; of the API, which is most of the pages, only the headings are found. */
export const searchOptions: Options = {
  miniSearch: {
    searchOptions: {
      boostDocument: (id: string) => (id.includes("/reference/") ? 0.2 : id.includes("/events/") ? 3 : 4),
    },
  },
  _render(source, env, md) {
    const html = md.render(source, env);
    if (env.frontmatter?.search === false) return "";
    return env.relativePath.startsWith("reference/") ? (html.match(/<h1.*?<\/h1>/s)?.[0] ?? "") : html;
  },
};

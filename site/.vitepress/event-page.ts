/** What the pages of events are on the site beyond their Markdown: examples in tabs, fields that fold. */
import { readFileSync } from "node:fs";
import type { MarkdownRenderer } from "vitepress";
import { base } from "./address.ts";

const isEventPage = ({ relativePath = "" }: { relativePath?: string }) => relativePath.startsWith("events/");

export function eventPage(md: MarkdownRenderer): void {
  md.core.ruler.after("normalize", "tabs", (state) => {
    if (isEventPage(state.env)) state.src = withTabs(withExamples(state.src, state.env.relativePath));
  });
  md.core.ruler.push("folding-fields", ({ tokens, env, Token }) => {
    if (!isEventPage(env)) return;
    const open: boolean[] = [];
    for (const [index, { type }] of tokens.entries()) {
      if (type === "list_item_open") {
        const folds = tokens[index + 4]?.type === "bullet_list_open";
        if (folds) {
          tokens[index + 1] = html(open.includes(true) ? "<details><summary>" : "<details open><summary>");
          tokens[index + 3] = html("</summary>");
        }
        open.push(folds);
      }
      if (type === "list_item_close" && open.pop()) tokens[index] = html("</details></li>");
    }

    function html(content: string) {
      return Object.assign(new Token("html_block", "", 0), { content });
    }
  });
}

/** The examples that are linked stand beside the first, and all can be opened in the playground. */
function withExamples(text: string, relativePath: string): string {
  const name = relativePath.replace(/^events\/|\.md$/g, "");
  const playground = `<p class="open"><a href="${base}playground/index.html#example=${name}" target="_self">Open in the playground</a></p>`;
  return text.replace(
    /## Example\n\n```json\n([\s\S]*?\n)```\n(?:\nMore examples: (.*)\n)?/,
    (_all, main: string, links = "") => {
      const others = [...String(links).matchAll(/\[([^\]]*)\]\(\.\.\/\.\.\/([^)]*)\)/g)].map(
        ([, title, file]) => `\`\`\`json [${title}]\n${readFileSync(`../${file}`, "utf8")}\`\`\``,
      );
      return ["## Example\n", playground, "", "```json [example]", `${main}\`\`\``, "", ...others, ""].join("\n");
    },
  );
}

/** Blocks of code with titles, one after the other, become tabs. */
function withTabs(text: string): string {
  return text.replaceAll(
    /(?:^```\w+ \[[^\]]+\]\n(?:(?!```).*\n)*```\n+){1,}/gm,
    (blocks) => `::: code-group\n${blocks.trim()}\n:::\n\n`,
  );
}

import type { MarkdownRenderer } from "vitepress";

/**
 * Gives each cell of a table the heading of its column: on a phone, where rows are stacked, it stands beside the cell.
 * A heading without text is a cell like others.
 */
export function tableLabels(md: MarkdownRenderer): void {
  md.core.ruler.push("table-labels", ({ tokens, Token }) => {
    let labels: string[] = [];
    let column = 0;
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type === "thead_open") labels = [];
      if (token.type === "tr_open") column = 0;
      if (token.type === "th_open") {
        labels.push(inline?.content.replaceAll("`", "") ?? "");
        if (inline?.content) token.attrSet("scope", "col");
        else token.tag = tokens[index + 2]!.tag = "td";
      }
      if (token.type === "td_open") {
        token.attrSet("data-label", labels[column++] ?? "");
        if (inline?.children?.length) inline.children = [html("<span>"), ...inline.children, html("</span>")];
      }
    }

    function html(content: string) {
      return Object.assign(new Token("html_inline", "", 0), { content });
    }
  });
}

import type { MarkdownRenderer } from "vitepress";

/** Code between backticks stands as it is written: Vue would read `{{ }}` in it. */
export function inlineCode({ renderer }: MarkdownRenderer): void {
  const { code_inline } = renderer.rules;
  renderer.rules.code_inline = (tokens, index, ...rest) => {
    tokens[index]!.attrSet("v-pre", "");
    return code_inline!(tokens, index, ...rest);
  };
}

/** What a page says of itself. */
const LONGEST = 200;

export function titleOf(page: string): string {
  return (page.match(/^(?:#|title:) (.*)$/m)?.[1] ?? "").replaceAll(/[`\\]/g, "");
}

/** The first sentence of the first paragraph, without Markdown; undefined for a page that has none. */
export function firstSentence(page: string): string | undefined {
  const blocks = page.replace(/^---\n.*?\n---\n/s, "").split(/\n{2,}/);
  const paragraph = blocks.find((block) => /^(?!```)[A-Z`*]/.test(block));
  const text = paragraph
    ?.replaceAll(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, "$1")
    .replaceAll(/[`*\\]|<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ");
  const sentence = text?.match(/^.+?\.(?= |$)/)?.[0] ?? text?.replace(/:$/, ".");
  return sentence && sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;
}

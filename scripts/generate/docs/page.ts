/** What a page says of itself. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const LONGEST = 200;

/** The text of a page, with the files that it includes as VitePress does: `{3,}` is a file from its third line on. */
export function readPage(file: string): string {
  return readFileSync(file, "utf8").replaceAll(
    /^<!--@include: (\S+?)(?:\{(\d+),\})?-->$/gm,
    (_all, included: string, first = "1") =>
      readFileSync(join(dirname(file), included), "utf8")
        .split("\n")
        .slice(Number(first) - 1)
        .join("\n"),
  );
}

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

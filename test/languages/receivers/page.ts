/** What a page makes its reader type and save: the commands and files of its fenced blocks, in their order. */
import { readFileSync } from "node:fs";

export type Step = { command: string } | { file: string; text: string };

/** A block of `sh` is typed; a block below "`name`:" or "`name`, …:" is saved under that name. */
export function stepsOf(page: string): Step[] {
  const text = readFileSync(`docs/languages/${page}`, "utf8");
  const blocks = text.matchAll(/(?:^`([^`\n]+)`[^\n]*:\n\n)?^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, file, language, content]): Step[] => {
    if (language === "sh") return [{ command: content! }];
    return file ? [{ file, text: content! }] : [];
  });
}

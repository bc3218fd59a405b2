/** The bodies of a text: one, or, where its first line is JSON of its own and more lines follow, one a line. */
export function splitBodies(text: string): { text: string; line: number }[] {
  const lines = text.split("\n").map((text, index) => ({ text, line: index + 1 }));
  const filled = lines.filter(({ text }) => text.trim() !== "");
  if (filled.length > 1 && isJson(filled[0]!.text)) return filled;
  return filled.length === 0 ? [] : [{ text, line: 1 }];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

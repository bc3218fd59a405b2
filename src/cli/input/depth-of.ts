/** How many brackets a line of JSON opens and does not close. A string of JSON ends on its line. */
export function depthOf(line: string): number {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (character === '"') inString = !inString;
    else if (inString) index += character === "\\" ? 1 : 0;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
  }
  return depth;
}

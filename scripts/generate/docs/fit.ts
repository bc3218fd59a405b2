/** A page's column shows so many characters of code. */
export const COLUMN = 84;

/** A line as it is, or with each item on a line of its own, as a formatter would break it. */
export function fit(start: string, items: readonly string[], end: string, space = ""): string[] {
  const line = `${start}${space}${items.join(", ")}${space}${end}`;
  if (line.length <= COLUMN) return [line];
  const [indent = ""] = start.match(/^ */)!;
  return [start, ...items.map((item) => `${indent}  ${item},`), `${indent}${end}`];
}

export function fitImport(names: readonly string[], from: string, keyword = "import"): string {
  return fit(`${keyword} {`, names, `} from "${from}";`, " ").join("\n");
}

/** A command with its options, broken in the shell's way. */
export function fitCommand(command: string, options: string): string {
  const line = `${command} ${options}`;
  return line.length <= COLUMN ? line : `${command} \\\n  ${options}`;
}

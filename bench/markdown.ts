export function section(title: string, text: string, rows: string): string[] {
  return [`## ${title}`, text, rows].filter((part) => part !== "");
}

/** Columns are aligned right from the first that has a header, apart from the very first. */
export function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const texts = header.findIndex((cell, index) => index > 0 && cell !== "");
  const rule = header.map((_, index) => (index < texts ? "---" : "---:"));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}

export function duration(nanoseconds: number): string {
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toPrecision(3)} µs`;
  const milliseconds = nanoseconds / 1e6;
  return `${milliseconds < 100 ? milliseconds.toPrecision(3) : Math.round(milliseconds)} ms`;
}

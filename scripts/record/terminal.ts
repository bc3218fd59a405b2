/** Draws lines of text as a terminal shows them. */

const CHARACTER = 8.4;
const LINE = 20;
const MARGIN = 16;

const colours: [pattern: RegExp, colour: string][] = [
  [/(?<=^(?:\d\d:\d\d:\d\d {2}\d{3} {2})?)ok(?= )/, "#3fb950"],
  [/(?<=^(?:\d\d:\d\d:\d\d {2}\d{3} {2})?)unknown(?= )/, "#d29922"],
  [/(?<=^(?:\d\d:\d\d:\d\d {2}\d{3} {2})?)refused(?= )/, "#f85149"],
  [/^\$/, "#8b949e"],
];

export function drawTerminal(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * CHARACTER + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  const texts = lines.map((line, index) => {
    const y = MARGIN + LINE * index + 14;
    return `  <text x="${MARGIN}" y="${y}" textLength="${Math.round(line.length * CHARACTER)}">${coloured(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="A terminal">
  <rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
  <g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${texts.filter((text) => !text.includes('textLength="0"')).join("\n")}
  </g>
</svg>
`;
}

function coloured(line: string): string {
  const found = colours.find(([pattern]) => pattern.test(line));
  const text = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return found ? text.replace(found[0], (word) => `<tspan fill="${found[1]}">${word}</tspan>`) : text;
}

/** Bars in panels side by side, a row for each contender, as an SVG that is read in light and dark. */

export interface Chart {
  title: string;
  subtitle: string;
  /** Where it was measured. */
  footer: string;
  rows: { name: string; isOurs: boolean }[];
  /** A value for each row, and how it is shown. */
  panels: { label: string; values: number[] }[];
  show: (value: number) => string;
}

const width = 860;
const rowHeight = 26;
const top = 84;
const margin = 24;
/** Of a letter on average, and of a value beside its bar. */
const letterWidth = 7;
const valueWidth = 64;

const style = `
  .card { fill: #ffffff; stroke: #d1d9e0 }
  text { font: 13px -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
  .title { font-size: 16px; font-weight: 600 }
  .quiet { fill: #59636e; font-size: 12px }
  .ours { font-weight: 600 }
  .bar { fill: #afb8c1 }
  .bar.ours { fill: #1a7f37 }
  @media (prefers-color-scheme: dark) {
    .card { fill: #0d1117; stroke: #3d444d }
    text { fill: #f0f6fc }
    .quiet { fill: #9198a1 }
    .bar { fill: #656c76 }
    .bar.ours { fill: #3fb950 }
  }`;

export function chartOf({ title, subtitle, footer, rows, panels, show }: Chart): string {
  const labelWidth = margin + letterWidth * Math.max(...rows.map(({ name }) => name.length));
  const panelWidth = (width - labelWidth - margin) / panels.length;
  const longest = Math.max(...panels.flatMap(({ values }) => values));
  const scale = (panelWidth - valueWidth) / longest;
  const height = top + rows.length * rowHeight + 40;

  const labels = rows.map(({ name, isOurs }, row) => text(isOurs ? "ours" : "", margin, baseline(row), name));
  const bars = panels.flatMap(({ label, values }, panel) => {
    const x = labelWidth + panel * panelWidth;
    return [
      text("quiet", x, top - 12, label),
      ...values.map((value, row) => bar(x, row, value * scale, show(value), rows[row]!.isOurs)),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${style}\n</style>`,
    `<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    text("title", margin, 34, title),
    text("quiet", margin, top - 12, subtitle),
    ...labels,
    ...bars,
    text("quiet", margin, height - 18, footer),
    "</svg>\n",
  ].join("\n");
}

function bar(x: number, row: number, scaled: number, shown: string, isOurs: boolean): string {
  const length = Math.max(1.5, scaled);
  const rect = `<rect class="${isOurs ? "bar ours" : "bar"}" x="${round(x)}" y="${baseline(row) - 12}" width="${round(length)}" height="15" rx="2"/>`;
  return `${rect}${text(isOurs ? "ours" : "", x + length + 6, baseline(row), shown)}`;
}

function text(name: string, x: number, y: number, content: string): string {
  return `<text${name && ` class="${name}"`} x="${round(x)}" y="${y}">${escaped(content)}</text>`;
}

const baseline = (row: number) => top + row * rowHeight + 16;
const round = (value: number) => value.toFixed(1).replace(/\.0$/, "");
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

import { baselineId, libraryId } from "./contenders.js";
import type { Results } from "./results.js";

const width = 860;
const labelWidth = 178;
const panelWidth = (width - labelWidth - 24) / 4;
const barWidth = panelWidth - 64;
const rowHeight = 26;
const top = 84;

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

/** What each contender adds to `JSON.parse`, a panel for each size of mixed events and for the largest single one. */
export function chartOf({ entrants, speeds, machine }: Results): string {
  const largest = speeds.factSheet.at(-1)!;
  const speed = [
    ...speeds.mixed.map((one) => ({ ...one, label: `${one.label}, mixed` })),
    { ...largest, label: `${largest.label}, one event` },
  ];
  const smallest = speed[0]!.parse;
  const rows = entrants
    .filter(({ id }) => id !== baselineId)
    .sort((a, b) => smallest[a.id]!.ratio - smallest[b.id]!.ratio);
  const height = top + rows.length * rowHeight + 40;
  const added = (id: string, panel: number) => speed[panel]!.parse[id]!.ratio - 1;
  const longest = Math.max(...rows.flatMap(({ id }) => speed.map((_, panel) => added(id, panel))));

  const labels = rows.map(({ id, name }, row) => label(24, row, name, id));
  const panels = speed.flatMap(({ label }, panel) => {
    const x = labelWidth + panel * panelWidth;
    const bars = rows.map(({ id }, row) => bar(x, row, added(id, panel), longest, id));
    return [`<text class="quiet" x="${x}" y="${top - 12}">${label}</text>`, ...bars];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">What validation adds to the time of JSON.parse</title>`,
    `<style>${style}\n</style>`,
    `<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    `<text class="title" x="24" y="34">What validation adds to the time of JSON.parse</text>`,
    `<text class="quiet" x="24" y="${top - 12}">from text to event</text>`,
    ...labels,
    ...panels,
    `<text class="quiet" x="24" y="${height - 18}">${escaped(machine)}</text>`,
    "</svg>\n",
  ].join("\n");
}

function label(x: number, row: number, text: string, id: string): string {
  return `<text${ours(id)} x="${x}" y="${baseline(row)}">${escaped(text)}</text>`;
}

function bar(x: number, row: number, value: number, longest: number, id: string): string {
  const length = Math.max(1.5, (Math.max(0, value) / longest) * barWidth);
  const mark = id === libraryId ? "bar ours" : "bar";
  const rect = `<rect class="${mark}" x="${x}" y="${baseline(row) - 12}" width="${length.toFixed(1)}" height="15" rx="2"/>`;
  return `${rect}<text${ours(id)} x="${(x + length + 6).toFixed(1)}" y="${baseline(row)}">${percent(value)}</text>`;
}

const baseline = (row: number) => top + row * rowHeight + 16;
const ours = (id: string) => (id === libraryId ? ' class="ours"' : "");
const percent = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value * 100))} %`;
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

import { cpus } from "node:os";
import { chartOf } from "../../../bench/chart.js";
import { median } from "../../../bench/timing.js";

/** Of one run: requests per second, and the median time of an answer in milliseconds. */
export interface Measured {
  rate: number;
  median: number;
}

interface Result {
  name: string;
  /** A size of the body, with its rounds in the order in which they ran. */
  sizes: { label: string; rounds: Measured[] }[];
}

interface Effort {
  rounds: number;
  seconds: number;
  connections: number;
}

const machine = `${cpus()[0]!.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;

/** The first result is what the others are compared with. */
export function report(results: readonly Result[], { rounds, seconds, connections }: Effort): string {
  const [baseline] = results;
  const labels = baseline!.sizes.map(({ label }) => label);
  const rows = results.map(({ name, sizes }) => [
    name,
    ...sizes.flatMap((size, index) => [
      Math.round(rateOf(size.rounds)).toLocaleString("en"),
      share(size.rounds, baseline!.sizes[index]!.rounds).toFixed(2),
      `${median(size.rounds.map((round) => round.median)) || "under 1"} ms`,
    ]),
  ]);
  const header = ["", ...labels.flatMap((label) => [`${label}, per second`, "share of the first", "answer, median"])];
  const table = [header, header.map((_, column) => (column === 0 ? "---" : "---:")), ...rows];
  return `# Deliveries per second

Measured by \`npm run bench:receiver\` on ${machine}: the median of ${rounds} rounds, in each of which every program runs for ${seconds} seconds with ${connections} connections. A share is the median of the rounds' shares. Every delivery has an id of its own, so each is a job of the queue. The client, autocannon, and Redis, with \`appendonly yes\`, run on the same machine, so the cores are shared.

![Deliveries per second](receiver.svg)

${table.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`;
}

export function chart(results: readonly Result[]): string {
  return chartOf({
    title: "Deliveries per second",
    subtitle: "of one process",
    footer: machine,
    rows: results.map(({ name }) => ({ name, isOurs: name === "the receiver" })),
    panels: results[0]!.sizes.map(({ label }, index) => ({
      label: `a body of ${label}`,
      values: results.map(({ sizes }) => rateOf(sizes[index]!.rounds)),
    })),
    show: (rate) => `${(rate / 1000).toFixed(1)}k`,
  });
}

function rateOf(rounds: readonly Measured[]): number {
  return median(rounds.map(({ rate }) => rate));
}

function share(rounds: readonly Measured[], of: readonly Measured[]): number {
  return median(rounds.map(({ rate }, round) => rate / of[round]!.rate));
}

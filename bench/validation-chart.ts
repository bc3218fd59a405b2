import { chartOf } from "./chart.js";
import { baselineId, libraryId } from "./contenders.js";
import type { Results } from "./results.js";

/** What each contender adds to `JSON.parse`, a panel for each size of mixed events and for the largest single one. */
export function validationChart({ entrants, speeds, machine }: Results): string {
  const largest = speeds.factSheet.at(-1)!;
  const measured = [
    ...speeds.mixed.map(({ label, parse }) => ({ label: `${label}, mixed`, parse })),
    { label: `${largest.label}, one event`, parse: largest.parse },
  ];
  const smallest = measured[0]!.parse;
  const contenders = entrants
    .filter(({ id }) => id !== baselineId)
    .sort((a, b) => smallest[a.id]!.ratio - smallest[b.id]!.ratio);
  return chartOf({
    title: "What validation adds to the time of JSON.parse",
    subtitle: "from text to event",
    footer: machine,
    rows: contenders.map(({ id, name }) => ({ name, isOurs: id === libraryId })),
    panels: measured.map(({ label, parse }) => ({
      label,
      values: contenders.map(({ id }) => Math.max(0, parse[id]!.ratio - 1)),
    })),
    show: (added) => `+${Math.round(added * 100)} %`,
  });
}

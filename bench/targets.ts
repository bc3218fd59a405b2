import { baselineId, libraryId } from "./contenders.js";
import type { Results } from "./results.js";
import type { Speed } from "./speed.js";

interface Target {
  what: string;
  must: number;
  measured: number;
  unit: "" | " MB" | " ms" | " characters";
  /** Whether more is better; else less is. */
  atLeast?: true;
}

/** What this library sets itself, and what was measured. */
export function targetsOf({ speeds: { mixed, factSheet }, entrants, startUp, memory, refusals }: Results): Target[] {
  const others = entrants.filter(({ id }) => id !== baselineId && id !== libraryId);
  const checkTargets: Record<string, number> = { ajv: 1.5, typebox: 1, zod: 8 };
  const { unbundled, bundled } = startUp[libraryId]!;
  return [
    ...overJsonParse("mixed events", mixed, [1.2, 1.1, 1.06]),
    ...overJsonParse("one event", factSheet, [1.08, 1.06, 1.06]),
    ...mixed.map(({ label, parse }): Target => {
      const fastest = Math.min(...others.map(({ id }) => parse[id]!.ratio));
      const what = `the fastest other's time over ours, mixed events, ${label}`;
      return { what, must: 1, measured: fastest / parse[libraryId]!.ratio, unit: "", atLeast: true };
    }),
    ...others.map(({ id, name }): Target => {
      const over = [...mixed, ...factSheet].map(({ check }) => check[id]!.ratio / check[libraryId]!.ratio);
      const what = `time of ${name}'s check over ours, at its best`;
      return { what, must: checkTargets[id]!, measured: Math.min(...over), unit: "", atLeast: true };
    }),
    { what: "peak memory at 18 MB over `JSON.parse`", must: 10, measured: memory[libraryId]!, unit: " MB" },
    { what: "import and first parse over a bare node, unbundled", must: 8, measured: unbundled, unit: " ms" },
    { what: "import and first parse over a bare node, bundled", must: 4, measured: bundled, unit: " ms" },
    {
      what: "the slowest refusal over `JSON.parse`",
      must: 3,
      measured: Math.max(...refusals.map(({ ratios }) => ratios[libraryId]!)),
      unit: "",
    },
    {
      what: "the longest message of a refusal",
      must: 500,
      measured: Math.max(...refusals.map(({ message }) => message)),
      unit: " characters",
    },
  ];
}

function overJsonParse(events: string, speeds: Speed[], limits: number[]): Target[] {
  return speeds.map(({ label, parse }, index) => ({
    what: `text to event over \`JSON.parse\`, ${events}, ${label}`,
    must: limits[index]!,
    measured: parse[libraryId]!.ratio,
    unit: "",
  }));
}

export function goal({ must, unit, atLeast }: Target): string {
  return `${atLeast ? "≥" : "≤"} ${must}${unit}`;
}

export function measured({ measured: value, unit }: Target): string {
  if (unit === "") return value.toFixed(2);
  return `${unit === " characters" ? value : value.toFixed(1)}${unit}`;
}

export function verdict({ must, measured: value, atLeast }: Target): string {
  return (atLeast ? value >= must : value <= must) ? "yes" : "**no**";
}

import { libraryId } from "./contenders.js";
import type { Results } from "./run.js";

export interface Target {
  what: string;
  must: number;
  aim?: number;
  measured: number;
  unit: "" | " MB" | " ms" | " characters";
  /** Whether more is better; else less is. */
  atLeast?: true;
}

/** What this library sets itself, and what was measured. */
export function targetsOf({ speed, startUp, memory, refusal }: Results): Target[] {
  const parseTargets = [
    [1.2, 1.13],
    [1.08, 1.05],
    [1.06, 1.04],
    [1.06, 1.04],
  ] as const;
  const overJsonParse = speed.map(({ body, parse }, index): Target => {
    const [must, aim] = parseTargets[index]!;
    return {
      what: `text to event over \`JSON.parse\`, ${body.label}`,
      must,
      aim,
      measured: parse[libraryId]!.ratio,
      unit: "",
    };
  });

  const checkTargets = [
    ["ajv", "ajv 8", 1.5, 2.5],
    ["typebox-1", "typebox 1", 1, 1.5],
    ["typebox-0.34", "typebox 0.34", 1, 1.5],
    ["zod", "zod 4", 8, 12],
  ] as const;
  const checks = checkTargets.flatMap(([id, name, must, aim]) =>
    speed.map(({ body, checkOverOurs }): Target => {
      const what = `time of ${name}'s check over ours, ${body.label}`;
      return { what, must, aim, measured: checkOverOurs[id]!.ratio, unit: "", atLeast: true };
    }),
  );

  const { unbundled, bundled } = startUp[libraryId]!;
  const { ratio, message } = refusal[libraryId]!;
  return [
    ...overJsonParse,
    ...checks,
    { what: "peak memory at 18 MB over `JSON.parse`", must: 10, aim: 6, measured: memory[libraryId]!, unit: " MB" },
    { what: "import and first parse over a bare node, unbundled", must: 8, aim: 4, measured: unbundled, unit: " ms" },
    { what: "import and first parse over a bare node, bundled", must: 4, aim: 2, measured: bundled, unit: " ms" },
    { what: "refusing 100,000 bad items over one `JSON.parse`", must: 1, measured: ratio, unit: "" },
    { what: "its message", must: 500, measured: message, unit: " characters" },
  ];
}

export function verdict({ must, aim = must, measured, atLeast }: Target): string {
  const meets = (goal: number) => (atLeast ? measured >= goal : measured <= goal);
  return meets(aim) ? "yes" : meets(must) ? "must, not aim" : "**no**";
}

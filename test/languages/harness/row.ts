import type { KnownDifference } from "./known-differences.js";

export interface Tool {
  tool: string;
  version: string;
  knownDifferences?: KnownDifference[];
}

/** What one run of a tool showed. */
export interface Row {
  language: string;
  tool: string;
  version: string;
  dialect: string;
  bodies: number;
  result: string;
  state: "passed" | "failed" | "skipped";
  problems: string[];
  knownDifferences: KnownDifference[];
}

export interface Outcome {
  bodies?: number;
  result: string;
  problems?: string[];
}

/** Of a row about the language itself. */
export const noTool: Tool = { tool: "", version: "" };

/** Runs a tool; one that throws has failed. */
export function rowOf({ name }: { name: string }, tool: Tool, dialect: string, run: () => Outcome): Row {
  const { bodies = 0, result, problems = [] } = attempt(run);
  const { tool: called, version, knownDifferences = [] } = tool;
  const state = problems.length > 0 ? "failed" : "passed";
  return { language: name, tool: called, version, dialect, bodies, result, state, problems, knownDifferences };
}

function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    return { result: "not run", problems: [(error as Error).message] };
  }
}

export function skippedRow(language: { name: string }, reason: string, { tool, version }: Tool = noTool): Row {
  return { ...rowOf(language, { tool, version }, "", () => ({ result: `skipped: ${reason}` })), state: "skipped" };
}

import { randomUUID } from "node:crypto";
import { createContext, Script } from "node:vm";
import { HARNESS } from "./harness.js";

/** A realm of its own, with the harness in it. */
export interface Realm {
  run(script: Script): void;
  /** Calls a function of the harness. */
  use(name: "deliver" | "result" | "describe", argument?: unknown): string;
  /** Whether the time is up. The error of that cannot be told from one that the callback throws. */
  isOver(): boolean;
}

/** Makes a realm; all that runs there together, getters and jobs too, has so many milliseconds. */
export function newRealm(limit: number): Realm {
  // Without a prototype: through that of an object, the callback would reach this process.
  const context = createContext(Object.create(null), { microtaskMode: "afterEvaluate" });
  const end = performance.now() + limit;
  const run = (script: Script): unknown => {
    const timeout = Math.max(1, Math.ceil(end - performance.now()));
    // Not displayed: for that, Node reads the stack of what was thrown, and outside of the time limit.
    return script.runInContext(context, { timeout, displayErrors: false });
  };
  const harness = run(new Script(HARNESS));
  // The callback cannot have prepared for a name that it cannot know.
  const hidden = `harness_${randomUUID().replaceAll("-", "")}`;
  return {
    run,
    use(name, argument) {
      context[hidden] = Object.assign(Object.create(null), { harness, argument });
      return run(new Script(`${hidden}.harness.${name}(${hidden}.argument)`)) as string;
    },
    isOver: () => performance.now() >= end,
  };
}

import { randomUUID } from "node:crypto";
import { createContext, Script } from "node:vm";
import { HARNESS } from "./harness.js";

/** A realm of its own, with the harness in it. */
export interface Realm {
  run(script: Script): void;
  /** Calls a function of the harness. */
  use(name: "deliver" | "result" | "describe", argument?: unknown): string;
  /** Whether the time is up. A timeout error looks like one that the callback threw. */
  isOver(): boolean;
}

/** Makes a realm; all that runs there together, getters and jobs too, has so many milliseconds. */
export function newRealm(limit: number): Realm {
  // Without a prototype: through that of an object, the callback would reach this process.
  const context = createContext(Object.create(null), { microtaskMode: "afterEvaluate" });
  const end = performance.now() + limit;
  const run = (script: Script): unknown => {
    const timeout = Math.max(1, Math.ceil(end - performance.now()));
    // `displayErrors` would read the thrown value's stack outside the time limit.
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

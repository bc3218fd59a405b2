import type { Failure } from "./failure.js";

/** What a callback read of nothing, and how to avoid it. */
export interface Guard {
  /** `payload.factSheet` */
  expression: string;
  /** `undefined` or `null` */
  was: string;
}

const expression = /[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[\d+\])*/.source;
const before = new RegExp(`(${expression})(?:\\.|\\[)?$`);

/** Which expression was undefined or null where a callback failed; undefined if it failed otherwise. */
export function guardOf(code: string, failure: Failure): Guard | undefined {
  if (failure.kind !== "fails") return undefined;
  const { reason, line = 0, column = 0 } = failure;
  const destructured = /^TypeError: Cannot destructure property '.*' of '(.+)' as it is (undefined|null)\b/.exec(
    reason,
  );
  if (destructured) return { expression: destructured[1]!, was: destructured[2]! };
  const read = /^TypeError: Cannot read properties of (undefined|null) /.exec(reason);
  // V8 points at the property that was read.
  const source = code.split("\n")[line - 1]?.slice(0, column - 1) ?? "";
  const found = before.exec(source);
  return read && found ? { expression: found[1]!, was: read[1]! } : undefined;
}

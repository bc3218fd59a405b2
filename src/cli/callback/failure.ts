import type { Thrown } from "./harness.js";
import type { Realm } from "./realm.js";

export type Failure =
  | { kind: "fails"; line: number | undefined; column?: number | undefined; reason: string }
  | { kind: "too long" };

/** The name under which the callback stands in stacks. */
export const FILE = "callback.js";

const MAX_REASON_LENGTH = 200;

/** Of a callback that is not JavaScript: the stack begins with the place. */
export function syntaxFailure({ message, stack }: Error): Failure {
  return fails(/^callback\.js:(\d+)\n/.exec(stack!), `SyntaxError: ${message}`);
}

/** Describes a thrown value, which can be anything, so it is read inside the realm. */
export function failureOf(thrown: unknown, realm: Realm): Failure {
  if (realm.isOver()) return { kind: "too long" };
  const what = thrown === null ? "null" : typeof thrown;
  try {
    const { name = "Error", message, stack = "" } = JSON.parse(realm.use("describe", thrown)) as Thrown;
    if (message === undefined) return fails(null, `throws ${what}`);
    // A message can look like a frame.
    const frames = stack.slice(stack.indexOf(message) + message.length);
    return fails(/^ {4}at (?:.* \()?callback\.js:(\d+):(\d+)\)?$/m.exec(frames), `${name}: ${message}`);
  } catch {
    return fails(null, `throws ${what} that cannot be read`);
  }
}

function fails(place: RegExpExecArray | null, reason: string): Failure {
  return {
    kind: "fails",
    line: place ? Number(place[1]) : undefined,
    ...(place?.[2] !== undefined && { column: Number(place[2]) }),
    reason: reason.slice(0, MAX_REASON_LENGTH),
  };
}

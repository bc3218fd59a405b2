/** How the checks read a body: its own members only, and with every read noted while they look for an issue. */

export type Members = Record<string, unknown>;
export type Path = readonly (string | number)[];

let allOwn = false;
let lastRead: Path | undefined;

/**
 * Says whether all members are their object's own, as they are where `JSON.parse` made it: no object need then be asked
 * for its prototype. Returns what was said before.
 */
export function assumeOwnMembers(assumed: boolean): boolean {
  const before = allOwn;
  allOwn = assumed;
  return before;
}

/** An object with members of its own, a copy of those if it inherits others; nothing for any other value. */
export function ownObject(value: unknown): Members | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return allOwn ? (value as Members) : ownMembers(value);
}

function ownMembers(value: object): Members {
  const prototype: unknown = Object.getPrototypeOf(value);
  const inherits = prototype !== Object.prototype && prototype !== null;
  return noted((inherits ? { __proto__: null, ...value } : value) as Members);
}

/** Runs `check`, with the way to the member that it reads kept up to date. */
export function notingReads<Result>(check: () => Result): Result {
  const before = assumeOwnMembers(false);
  lastRead = [];
  try {
    return check();
  } finally {
    lastRead = undefined;
    assumeOwnMembers(before);
  }
}

/** The way to the member that was read last; empty unless reads are noted. */
export function pathOfLastRead(): Path {
  return lastRead ?? [];
}

/** The object or array itself, or one that notes what is read of it. */
export function noted<Value extends object>(value: Value): Value {
  return lastRead === undefined ? value : noting(value, lastRead);
}

/** Apart, as a function that makes a closure allocates even where it returns before. */
function noting<Value extends object>(value: Value, path: Path): Value {
  return new Proxy(value, {
    get(target, key: string) {
      lastRead = [...path, Array.isArray(target) ? Number(key) : key];
      return target[key as keyof Value];
    },
  });
}

const MINUTE = 60_000;

/** Prints to `console.error`, and never throws: a thrown value may be one that cannot be printed. */
export function log(line: string, ...thrown: unknown[]): void {
  if (!printed(line, ...thrown)) printed(line, "an error that cannot be printed");
}

function printed(...values: unknown[]): boolean {
  try {
    console.error(...values);
    return true;
  } catch {
    return false;
  }
}

/**
 * A log for what anybody can cause: the first line of each kind, then at most one a minute, with the number of those in
 * between. It counts lazily: Workers allow no timer outside of a request.
 */
export function limitedLog(): (kind: string, line: string, ...thrown: unknown[]) => void {
  const last = new Map<string, { at: number; silent: number }>();
  return (kind, line, ...thrown) => {
    const [before, now] = [last.get(kind), Date.now()];
    // A clock may be set back.
    if (before && Math.abs(now - before.at) < MINUTE) return void before.silent++;
    last.set(kind, { at: now, silent: 0 });
    log(before?.silent ? `${line} (and ${before.silent} more since the last line)` : line, ...thrown);
  };
}

import type { Terminal } from "./terminal.js";

const INTERVAL_MS = 200;

/**
 * A line on standard error that says how many bodies were read; nothing if that is not a terminal.
 *
 * @param printsRows Whether a row is printed for each body, so that a terminal shows the progress anyway.
 */
export function startProgress({ output, errors }: Terminal, { printsRows }: { printsRows: boolean }) {
  const isShown = errors.isTTY && !(printsRows && output.isTTY);
  let bodies = 0;
  let shownAt = Date.now();
  return {
    step() {
      bodies++;
      if (!isShown || Date.now() - shownAt < INTERVAL_MS) return;
      shownAt = Date.now();
      errors.write(`\r${bodies.toLocaleString("en")} bodies`);
    },
    end() {
      if (isShown) errors.write("\r\u001b[K");
    },
  };
}

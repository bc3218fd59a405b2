import type { Terminal } from "./terminal.js";

const INTERVAL_MS = 200;

interface ProgressOptions {
  /** Whether a row is printed for each of them, so that a terminal shows the progress anyway. */
  printsRows: boolean;
  counted?: string;
}

/** A line on standard error that says how many bodies were read; nothing if that is not a terminal. */
export function startProgress({ output, errors }: Terminal, { printsRows, counted = "bodies" }: ProgressOptions) {
  const isShown = errors.isTTY && !(printsRows && output.isTTY);
  let count = 0;
  let shownAt = Date.now();
  return {
    step(to = count + 1) {
      count = to;
      if (!isShown || Date.now() - shownAt < INTERVAL_MS) return;
      shownAt = Date.now();
      errors.write(`\r${count.toLocaleString("en")} ${counted}`);
    },
    end() {
      if (isShown) errors.write("\r\u001b[K");
    },
  };
}

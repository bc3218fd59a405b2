import type { Terminal } from "../output/terminal.js";

/** What is held for a reader that is slower, in characters. */
const MAX_WAITING = 1_000_000;

/** Prints rows and never waits for their reader. Those that nobody reads are left out, and counted. */
export function printerAhead({ output }: Terminal): (row: string) => void {
  let leftOut = 0;
  return (row) => {
    if (output.writableLength > MAX_WAITING) {
      leftOut++;
      return;
    }
    const missing = leftOut === 0 ? "" : `${leftOut} rows are left out: their reader was too slow\n`;
    leftOut = 0;
    output.write(`${missing}${row}\n`);
  };
}

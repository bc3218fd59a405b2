/** More than any body or answer has; and a string of JavaScript holds no more than twice that. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** Ends the reading of a file or stream: what comes after cannot be read. */
export class UnreadableError extends Error {
  constructor(
    readonly reason: string,
    readonly line?: number,
  ) {
    super(reason);
  }
}

export function tooLong(line: number): UnreadableError {
  return new UnreadableError("a value of more than 256 MB; write one body on each line", line);
}

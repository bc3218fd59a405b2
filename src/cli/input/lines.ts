import { isUtf8 } from "node:buffer";
import { MAX_BYTES, tooLong, UnreadableError } from "./unreadable.js";

export interface Line {
  /** With U+FFFD for each byte that is not UTF-8. */
  text: string;
  /** Counted from 1. */
  number: number;
  isUtf8: boolean;
}

const NEWLINE = 10;

/** The lines of a stream of bytes: those of each chunk together, because a step of an async generator costs as much as a body. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest: Uint8Array[] = [];
  let bytes = 0;
  let number = 1;
  for await (const chunk of chunks) {
    if (number === 1 && bytes === 0 && isUtf16(chunk)) throw new UnreadableError("UTF-16: save it as UTF-8");
    const end = chunk.lastIndexOf(NEWLINE);
    if (end >= 0) {
      const lines = linesOf(Buffer.concat([...rest, chunk.subarray(0, end)]), number);
      yield lines;
      number += lines.length;
      [rest, bytes] = [[], 0];
    }
    rest.push(chunk.subarray(end + 1));
    bytes += chunk.length - end - 1;
    if (bytes > MAX_BYTES) throw tooLong(number);
  }
  yield linesOf(Buffer.concat(rest), number);
}

/** What PowerShell's `>` writes. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function linesOf(block: Buffer, first: number): Line[] {
  const isWhole = isUtf8(block);
  const texts = block.toString().split("\n");
  const isValid = isWhole ? () => true : validity(block);
  return texts.map((text, index) => ({ text: withoutMark(text), number: first + index, isUtf8: isValid() }));
}

/** Says of each line of a block in turn whether it is UTF-8. */
function validity(block: Buffer): () => boolean {
  let from = 0;
  return () => {
    const end = block.indexOf(NEWLINE, from);
    const line = block.subarray(from, end < 0 ? undefined : end);
    from = end + 1;
    return isUtf8(line);
  };
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

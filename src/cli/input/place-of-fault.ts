import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";

/** Where a text stops being JSON, and why: without a part of the text, which `JSON.parse` quotes. */
export interface Fault {
  /** Counted from 1 in the text. */
  line: number;
  column: number;
  /** `comma expected` */
  reason: string;
}

/** The first fault of a text that is not JSON; undefined if it is nested too deeply to be found. */
export function faultOf(text: string): Fault | undefined {
  let fault: Fault | undefined;
  const onError = (code: ParseErrorCode, _offset: number, _length: number, line: number, column: number) => {
    fault ??= { line: line + 1, column: column + 1, reason: wordsOf(code) };
  };
  try {
    // A text that is cut off ends where its last word does.
    visit(text.trimEnd(), { onError }, { disallowComments: true });
  } catch {
    // Nested deeper than the stack.
  }
  return fault;
}

function wordsOf(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/\B[A-Z]/g, " $&")
    .toLowerCase();
}

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Command } from "commander";

/** What a command reads and writes. */
export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  errors: Writable & { isTTY?: boolean };
  env: Readonly<Record<string, string | undefined>>;
  /** Folder of the package, where the schemas are. */
  root: URL;
  /** Resolves when the user ends the program. */
  interrupted(): Promise<void>;
}

/** Makes a command; `exit` takes its exit code, which is 0 otherwise. */
export type MakeCommand = (terminal: Terminal, exit: (code: number) => void) => Command;

/** A mistake of the user's: printed in one line, exit code 2. */
export class UsageError extends Error {}

/** Writes a line, and waits if the reader is slower. */
export function print(terminal: Terminal, line: string): Promise<void> {
  return write(terminal, `${line}\n`);
}

/** Writes text, and waits if the reader is slower. */
export async function write({ output }: Terminal, text: string): Promise<void> {
  if (text !== "" && !output.write(text)) await once(output, "drain");
}

const codes = { red: 31, green: 32, yellow: 33 };

/** Colours a text, on a terminal that takes colours. */
export function colour(terminal: Terminal, name: keyof typeof codes, text: string): string {
  const plain = !terminal.output.isTTY || Boolean(terminal.env.NO_COLOR);
  return plain ? text : `\u001b[${codes[name]}m${text}\u001b[39m`;
}

/** A text from elsewhere on one line, in which nothing controls the terminal or turns the direction of the text. */
export function printable(text: string): string {
  return isPlain(text) ? text : text.replace(controls, escaped);
}

/** JSON in which nothing controls the terminal either. */
export function printableJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  // Its own line breaks are the only control characters that JSON leaves in.
  return isPlain(text) ? text : text.replace(controls, (found) => (found === "\n" ? found : unicodeEscapes(found)));
}

const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function escaped(character: string): string {
  return { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

function unicodeEscapes(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** Runs a command line in this process. */
import { PassThrough, Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.js";

export interface Given {
  input?: string | Uint8Array | Iterable<Uint8Array>;
  env?: Record<string, string>;
  /** Whether the input, the output and the errors are a terminal. */
  tty?: boolean | { input?: boolean; output?: boolean; errors?: boolean };
  columns?: number;
  interrupted?: Promise<void>;
  /** Called with each chunk of the output. */
  onOutput?: (text: string) => void;
}

export interface Result {
  code: number;
  output: string;
  errors: string;
}

export async function cli(args: string[], given: Given = {}): Promise<Result> {
  const tty = typeof given.tty === "object" ? given.tty : { input: given.tty, output: given.tty, errors: given.tty };
  const written = { output: "", errors: "" };
  const writer = (name: "output" | "errors") =>
    Object.assign(
      // A reader that is slower than the program, for more than a few words.
      new Writable({
        highWaterMark: 50,
        write(chunk, _encoding, done) {
          written[name] += chunk;
          if (name === "output") given.onOutput?.(String(chunk));
          setImmediate(done);
        },
      }),
      { isTTY: tty[name] ?? false, ...(given.columns !== undefined && { columns: given.columns }) },
    );
  const { input } = given;
  const chunks = typeof input === "string" ? [Buffer.from(input)] : input instanceof Uint8Array ? [input] : input;
  const stdin = chunks ? Readable.from(chunks) : new PassThrough().end();
  const code = await main(args, {
    input: Object.assign(stdin, { isTTY: tty.input ?? false }),
    output: writer("output"),
    errors: writer("errors"),
    env: given.env ?? {},
    root: new URL("../../", import.meta.url),
    interrupted: () => given.interrupted ?? Promise.resolve(),
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { code, ...written };
}

/** The lines of a text. */
export function lines(text: string): string[] {
  return text.trimEnd().split("\n");
}

import { expect } from "vitest";
import { cli, lines, type Result } from "./run.js";

/** Listens while `use` runs, and returns what was printed beneath the address. */
export async function listening(args: string[], use: (url: string) => Promise<void>, env = {}): Promise<string[]> {
  let end = () => {};
  const interrupted = new Promise<void>((resolve) => {
    end = resolve;
  });
  let running: Promise<Result> | undefined;
  const url = await new Promise<string>((resolve) => {
    const onOutput = (text: string) => resolve(/^listening on (\S+)/.exec(text)?.[1] ?? "");
    running = cli(["listen", "--port", "0", ...args], { env, interrupted, onOutput });
  });
  await use(url).finally(end);
  const { code, output } = await running!;
  expect(code).toBe(0);
  return lines(output)
    .slice(1)
    .map((line) => line.replace(/^\d\d:\d\d:\d\d {2}/, ""));
}

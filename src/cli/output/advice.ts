import type { SourcedBody } from "../input/bodies-of.js";
import { printable, type Terminal } from "./terminal.js";

/** Says of files that are plainly of another kind what to do with them: once for each kind. */
export function collectAdvice({ errors }: Terminal) {
  const sources = new Map<string, string>();
  return {
    note({ advice, source }: SourcedBody): void {
      if (advice !== undefined && !sources.has(advice)) sources.set(advice, source);
    },
    print(): void {
      for (const [advice, source] of sources) errors.write(`${printable(`${source}: ${advice}`)}\n`);
    },
  };
}

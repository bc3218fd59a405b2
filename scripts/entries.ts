/** The modules that the package publishes. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** By name, as the `exports` of package.json list them, with their source. */
export function entries(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, object | string> };
  const names = Object.values(exports).flatMap(
    (entry) => JSON.stringify(entry).match(/(?<=dist\/)[\w-]+(?=\.js)/) ?? [],
  );
  return Object.fromEntries(names.map((name) => [name, sourceOf(name)]));
}

/** The names of those that are written by hand: all that is at the root of `src`, but the command line. */
export function entriesByHand(): string[] {
  const files = readdirSync("src").filter((file) => file.endsWith(".ts") && file !== "cli.ts");
  return files.map((file) => file.replace(/\.ts$/, "")).sort();
}

function sourceOf(name: string): string {
  const byHand = `src/${name}.ts`;
  return existsSync(byHand) ? byHand : `src/generated/${name}.ts`;
}

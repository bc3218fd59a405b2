/** The modules that the package publishes, as its `exports` list them, by name with their source. */
import { existsSync, readFileSync } from "node:fs";

export function entries(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, object | string> };
  const names = Object.values(exports).flatMap(
    (entry) => JSON.stringify(entry).match(/(?<=dist\/)[\w-]+(?=\.js)/) ?? [],
  );
  return Object.fromEntries(names.map((name) => [name, sourceOf(name)]));
}

function sourceOf(name: string): string {
  const byHand = `src/${name}.ts`;
  return existsSync(byHand) ? byHand : `src/generated/${name}.ts`;
}

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Names in generated code that no person would choose: made unique by a number or by an adjective. */
export function poorNames(folder: string): string[] {
  const text = [...filesIn(folder)].map((file) => readFileSync(file, "utf8")).join("\n");
  const numbered = [...text.matchAll(/\b(?:class|interface|struct|enum|type|record|trait) +([A-Za-z]\w*[0-9])\b/g)].map(
    (match) => match[1]!,
  );
  const adorned =
    text.match(/\b(?:Purple|Fluffy|Tentacled|Sticky|Indigo|Hilarious|Ambitious|Indecent|Cunning|Magenta)[A-Z]\w*/g) ??
    [];
  return [...new Set([...numbered, ...adorned])];
}

/** The files of a folder that differ from those of another by more than the order of their words, such as a union's members. */
export function differentFiles(one: string, other: string): string[] {
  const content = (file: string) => {
    const text = readFileSync(file, "utf8").replaceAll(/draft-07|2020-12|\$defs|definitions/g, "");
    return text.split(/\W+/).sort().join(" ");
  };
  return [...filesIn(one)]
    .map((file) => file.slice(one.length))
    .filter((file) => content(one + file) !== content(other + file));
}

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) yield path;
    else if (name !== "target" && name !== "__pycache__") yield* filesIn(path);
  }
}

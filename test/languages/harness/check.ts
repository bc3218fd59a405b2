/** What is demanded of a tool's answers. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CorpusBody } from "../../../scripts/corpus.js";

export interface Disagreement {
  body: string;
  schema: string;
  expected: boolean;
}

/** The verdicts of a validator, `<line>\t<schema>\t<valid | invalid>`, that are not zod's. */
export function disagreements(output: string, corpus: CorpusBody[]): Disagreement[] {
  const answers = new Map<string, string>();
  for (const line of output.trimEnd().split("\n")) {
    const [number, schema, verdict] = line.split("\t");
    answers.set(`${number} ${schema}`, verdict!.trim());
  }
  return corpus.flatMap(({ name, verdicts }, number) =>
    Object.entries(verdicts)
      .filter(([schema, valid]) => answers.get(`${number} ${schema}`) !== (valid ? "valid" : "invalid"))
      .map(([schema, expected]) => ({ body: name, schema, expected })),
  );
}

/** Where two JSON values differ, each as `path: value comes back value`. */
export function differences(one: unknown, other: unknown, path: string): string[] {
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
  }
  return one === other ? [] : [`${path}: ${shown(one)} comes back ${shown(other)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value).slice(0, 100);
}

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

/** The files of a folder that differ from those of another. */
export function differentFiles(one: string, other: string): string[] {
  const content = (file: string) => readFileSync(file, "utf8").replaceAll(/draft-07|2020-12|\$defs|definitions/g, "");
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

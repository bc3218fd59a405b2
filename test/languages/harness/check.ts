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

/**
 * Where two values differ. A member which is null may come back absent or the other way round, as few languages tell the
 * two apart; where `dropsEmptyArrays`, so may an empty array.
 */
export function difference(one: unknown, other: unknown, dropsEmptyArrays = false, path = ""): string | undefined {
  const [left, right] = [one, other].map((value) => (dropsEmptyArrays && isEmptyArray(value) ? null : (value ?? null)));
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null)
    return left === right ? undefined : `${path}: ${JSON.stringify(left)} comes back as ${JSON.stringify(right)}`;
  if (Array.isArray(left) !== Array.isArray(right)) return `${path}: comes back as another kind`;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = difference(member(left, key), member(right, key), dropsEmptyArrays, `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

function member(object: object, key: string): unknown {
  return (object as Record<string, unknown>)[key];
}

function isEmptyArray(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
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

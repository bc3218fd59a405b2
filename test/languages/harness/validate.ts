import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type CorpusBody, corpusFile } from "../../../scripts/corpus/corpus.js";
import { unexpected } from "./known-differences.js";
import type { Context, Dialect, Language, Validator } from "./language.js";
import { type Row, rowOf, skippedRow } from "./row.js";
import { schemasOf } from "./schemas.js";

/** A validator must say of every body what zod says. */
export function validate(
  language: Language,
  validator: Validator,
  dialect: Dialect,
  { run }: Context,
  corpus: CorpusBody[],
): Row {
  if (!existsSync(schemasOf(dialect))) return skippedRow(language, `no schemas/${dialect}`, validator);
  return rowOf(language, validator, dialect, () => {
    const output = run(...validator.command(dialect), schemasOf(dialect), resolve(corpusFile));
    const found = disagreements(output, corpus);
    const problems = unexpected(found, validator.knownDifferences);
    const verdicts = corpus.reduce((sum, body) => sum + Object.keys(body.verdicts).length, 0);
    return { bodies: corpus.length, result: agreement(verdicts, found.length, problems.length), problems };
  });
}

/** The verdicts of a validator, `<line>\t<schema>\t<valid | invalid>`, that are not zod's. */
function disagreements(output: string, corpus: CorpusBody[]): string[] {
  const answers = new Map<string, string>();
  for (const line of output.trimEnd().split("\n")) {
    const [number, schema, verdict] = line.split("\t");
    answers.set(`${number} ${schema}`, verdict!.trim());
  }
  return corpus.flatMap(({ name, verdicts }, number) =>
    Object.entries(verdicts).flatMap(([schema, valid]) => {
      const answer = answers.get(`${number} ${schema}`) ?? "nothing";
      return answer === (valid ? "valid" : "invalid") ? [] : [`${schema}: says ${answer} of "${name}"`];
    }),
  );
}

/** Of verdicts, one for each schema of each body. */
function agreement(all: number, found: number, open: number): string {
  if (found === 0) return "100 % agree";
  const known = found > open ? `, ${found - open} known differences` : "";
  return `${all - found} of ${all} verdicts agree${known}`;
}

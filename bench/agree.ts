import { corpus } from "../scripts/corpus/corpus.js";
import { readExamples } from "../scripts/examples.js";
import { eventTypes } from "../src/index.js";
import { baselineId, type LoadedEntrant, libraryId } from "./contenders.js";

const refused = "a refusal";

/** Throws unless every contender finds the same event in each body of the corpus, or refuses it as this library does. */
export function assertAgreement(entrants: LoadedEntrant[]): void {
  const library = entrants.find(({ id }) => id === libraryId)!;
  const contenders = entrants.filter(({ id }) => id !== baselineId);
  for (const { name, body } of corpus(readExamples(eventTypes))) {
    const text = JSON.stringify(body);
    const expected = verdict(library, text);
    for (const contender of contenders) {
      const given = verdict(contender, text);
      if (given !== expected) throw new Error(`${name}: ${contender.name} says ${given} instead of ${expected}`);
      if (contender.accepts(JSON.parse(text)) === (given === refused))
        throw new Error(`${name}: ${contender.name} checks a parsed body otherwise than its text`);
    }
  }
}

function verdict({ parse }: LoadedEntrant, text: string): string {
  try {
    return (parse(text) as { type: string }).type;
  } catch {
    return refused;
  }
}

/** `npm run corpus`: writes the bodies that every validator must judge as zod does. */
import { corpusFile, writeCorpus } from "./corpus/corpus.js";

const bodies = writeCorpus();
const verdicts = bodies.flatMap((body) => Object.values(body.verdicts));
console.log(
  `${corpusFile}: ${bodies.length} bodies, ${verdicts.length} verdicts, ${verdicts.filter(Boolean).length} of them valid`,
);

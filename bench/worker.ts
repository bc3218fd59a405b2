/** One measurement in a process of its own, printed as JSON: `tsx bench/worker.ts speed`. */
import { assertAgreement } from "./agree.js";
import { type LoadedEntrant, libraryId, loadEntrants } from "./contenders.js";
import { measureRefusals } from "./refusals.js";
import { measureSpeeds } from "./speed.js";

const jobs = {
  agree: assertAgreement,
  speed: measureSpeeds,
  "speed-alone": measureSpeedsAlone,
  "speed-after-refusals": measureSpeedsAfterRefusals,
  refusals: measureRefusals,
};

export type Job = keyof typeof jobs;

const result = jobs[process.argv[2] as Job](await loadEntrants());
console.log(JSON.stringify(result ?? null));

function measureSpeedsAlone(entrants: LoadedEntrant[]) {
  return measureSpeeds(entrants.filter(({ id }) => id === libraryId));
}

/** The agreement shows every contender thousands of bodies that it refuses. */
function measureSpeedsAfterRefusals(entrants: LoadedEntrant[]) {
  assertAgreement(entrants);
  return measureSpeedsAlone(entrants);
}

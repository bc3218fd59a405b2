import type { Bytes } from "./bytes.js";
import type { LoadedEntrant } from "./contenders.js";
import type { Refusal } from "./refusals.js";
import type { Flatness, Speeds } from "./speed.js";
import type { StartUp } from "./start-up.js";

export interface Results {
  machine: string;
  entrants: LoadedEntrant[];
  speeds: Speeds;
  /** This library's speeds in a process that measures nothing else, and in one in which every contender has refused bodies. */
  speedsAlone: Speeds;
  speedsAfterRefusals: Speeds;
  flatness: Flatness[];
  bytes: Bytes[];
  startUp: Record<string, StartUp>;
  memory: Record<string, number>;
  refusals: Refusal[];
}

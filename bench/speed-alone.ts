import { loadEntrants } from "./contenders.js";
import { measureSpeed } from "./speed.js";

console.log(JSON.stringify(measureSpeed(await loadEntrants())));

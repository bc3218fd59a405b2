import { assertAgreement } from "./agree.js";
import { loadEntrants } from "./contenders.js";

assertAgreement(await loadEntrants());

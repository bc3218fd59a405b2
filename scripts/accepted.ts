/** Writes test/accepted.txt, so that a change which makes a schema stricter, or looser, shows in its diff. */
import { writeFileSync } from "node:fs";
import { printAccepted } from "./generate/accepted.js";
import { readSchemas } from "./generate/read-schemas.js";

writeFileSync("test/accepted.txt", printAccepted(readSchemas()));

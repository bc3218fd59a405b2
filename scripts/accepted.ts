/** `npm run accepted`: writes what each schema accepts, so that one that is made stricter, or looser, shows in the diff. */
import { writeFileSync } from "node:fs";
import { acceptedBy, acceptedFile, printAccepted } from "./generate/house/accepted.js";
import { readSchemas } from "./generate/read/read-schemas.js";

writeFileSync(acceptedFile, printAccepted(acceptedBy(readSchemas())));

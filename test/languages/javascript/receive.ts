import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { FactSheetCreatedPayload } from "./fact-sheet-created.js";

const schema = JSON.parse(readFileSync("fact-sheet-created.json", "utf8"));
const validate = new Ajv2020().compile<FactSheetCreatedPayload>(schema);

const body: unknown = JSON.parse(readFileSync(0, "utf8"));
if (!validate(body)) throw new Error(JSON.stringify(validate.errors));
console.log(body.factSheet.displayName);

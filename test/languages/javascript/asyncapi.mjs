// node asyncapi.mjs <document>
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const diagnostics = await new Parser().validate(readFileSync(process.argv[2], "utf8"));
const errors = diagnostics.filter(({ severity }) => severity === 0);
for (const { path, message } of errors) console.log(`${path.join(".")}: ${message}`);
process.exitCode = errors.length > 0 ? 1 : 0;

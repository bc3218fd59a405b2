// node validate.mjs <tool> <dialect> <schemas> <corpus>
import { readFileSync } from "node:fs";
import { compilers } from "./compilers.mjs";

const [tool, dialect, schemas, corpus] = process.argv.slice(2);

const validators = {};
for (const [number, line] of readFileSync(corpus, "utf8").trimEnd().split("\n").entries()) {
  const { verdicts, body } = JSON.parse(line);
  for (const name of Object.keys(verdicts)) {
    if (!(name in validators))
      validators[name] = await compilers[tool](JSON.parse(readFileSync(`${schemas}/${name}.json`, "utf8")), dialect);
    if (validators[name] === undefined) continue;
    console.log(`${number}\t${name}\t${validators[name](body) ? "valid" : "invalid"}`);
  }
}

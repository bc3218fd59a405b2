// node validate.mjs <ajv | hyperjump> <dialect> <schemas> <corpus>
import { readFileSync } from "node:fs";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/draft-07";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [tool, dialect, schemas, corpus] = process.argv.slice(2);

const compile = {
  ajv(schema) {
    const Ajv = (dialect === "draft-07" ? Ajv07 : Ajv2020).default;
    return addFormats.default(new Ajv()).compile(schema);
  },
  async hyperjump(schema) {
    registerSchema(schema);
    const check = await validate(schema.$id);
    return (body) => check(body).valid;
  },
}[tool];

const validators = {};
for (const [number, line] of readFileSync(corpus, "utf8").trimEnd().split("\n").entries()) {
  const { verdicts, body } = JSON.parse(line);
  for (const name of Object.keys(verdicts)) {
    validators[name] ??= await compile(JSON.parse(readFileSync(`${schemas}/${name}.json`, "utf8")));
    console.log(`${number}\t${name}\t${validators[name](body) ? "valid" : "invalid"}`);
  }
}

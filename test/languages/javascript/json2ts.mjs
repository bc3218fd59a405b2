// node json2ts.mjs <schemas> <examples> <folder>: the types of each event, and its examples as constants of that type
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";

const [schemas, examples, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const bodies = readFileSync(examples, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

for (const module of readdirSync(schemas)) {
  const [file] = readdirSync(`${schemas}/${module}`);
  const constants = bodies
    .filter((example) => example.module === module)
    .map(({ type, body }, index) => `export const example${index}: ${type} = ${JSON.stringify(body)};\n`);
  const type = file.replace(".json", "");
  writeFileSync(`${folder}/${module}.ts`, await compileFromFile(`${schemas}/${module}/${file}`));
  writeFileSync(
    `${folder}/${module}.examples.ts`,
    `import type { ${type} } from "./${module}.js";\n\n${constants.join("")}`,
  );
}

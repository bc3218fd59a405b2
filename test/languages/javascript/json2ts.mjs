// node json2ts.mjs <schemas> <examples> <folder>: the types of each event, and its examples as constants of that type
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";

const [schemas, examples, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const bodies = readFileSync(examples, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

for (const file of readdirSync(schemas)) {
  const event = file.replace(".json", "");
  const { title } = JSON.parse(readFileSync(`${schemas}/${file}`, "utf8"));
  const constants = bodies
    .filter((example) => example.event === event)
    .map(({ body }, index) => `export const example${index}: ${title} = ${JSON.stringify(body)};\n`);
  const types = await compileFromFile(`${schemas}/${file}`, { cwd: schemas });
  writeFileSync(`${folder}/${event.replaceAll("-", "_")}.ts`, types);
  writeFileSync(
    `${folder}/${event.replaceAll("-", "_")}.examples.ts`,
    `import type { ${title} } from "./${event.replaceAll("-", "_")}.js";\n\n${constants.join("")}`,
  );
}

// node roundtrip.mjs <quicktype | json2ts> <examples> <folder of the compiled types>
import { readFileSync } from "node:fs";

const [tool, examples, folder] = process.argv.slice(2);
const seen = {};
for (const line of readFileSync(examples, "utf8").trimEnd().split("\n")) {
  const { module, type, body } = JSON.parse(line);
  if (tool === "json2ts") {
    const constants = await import(`${folder}/${module}.examples.js`);
    seen[module] = (seen[module] ?? -1) + 1;
    console.log(JSON.stringify(constants[`example${seen[module]}`]));
  } else {
    const { Convert } = await import(`${folder}/${type}.js`);
    const write = `${type[0].toLowerCase()}${type.slice(1)}ToJson`;
    console.log(JSON.stringify(JSON.parse(Convert[write](Convert[`to${type}`](JSON.stringify(body))))));
  }
}

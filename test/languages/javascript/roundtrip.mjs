// node roundtrip.mjs <quicktype | json2ts> <examples> <folder of the compiled types>
import { readFileSync } from "node:fs";

const [tool, examples, folder] = process.argv.slice(2);
const seen = {};
for (const line of readFileSync(examples, "utf8").trimEnd().split("\n")) {
  const { event, body } = JSON.parse(line);
  const module = event.replaceAll("-", "_");
  const name = event.replaceAll(/-?\b[a-z]/g, (letters) => letters.at(-1).toUpperCase()).replaceAll("-", "");
  if (tool === "json2ts") {
    const constants = await import(`${folder}/${module}.examples.js`);
    seen[event] = (seen[event] ?? -1) + 1;
    console.log(JSON.stringify(constants[`example${seen[event]}`]));
  } else {
    const { Convert } = await import(`${folder}/${module}.js`);
    const write = `${name[0].toLowerCase()}${name.slice(1)}ToJson`;
    console.log(JSON.stringify(JSON.parse(Convert[write](Convert[`to${name}`](JSON.stringify(body))))));
  }
}

// node quicktype.mjs <language> <schemas> <file> [options]: writes a file per event schema, with quicktype's default options
import { mkdirSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { main } from "quicktype";

const [language, schemas, file, ...options] = process.argv.slice(2);

// It prints which fields can hold anything; only what it throws is an error.
console.error = () => {};
for (const module of readdirSync(schemas)) {
  const [schema] = readdirSync(`${schemas}/${module}`);
  const named = (text) => text.replaceAll("{module}", module).replaceAll("{type}", schema.replace(".json", ""));
  const out = named(file);
  mkdirSync(dirname(out), { recursive: true });
  const source = ["--src-lang", "schema", `${schemas}/${module}/${schema}`];
  try {
    await main(["--lang", language, ...options.map(named), "--out", out, ...source]);
  } catch (error) {
    console.log(`${schema}: ${error.message}`);
    process.exit(1);
  }
}

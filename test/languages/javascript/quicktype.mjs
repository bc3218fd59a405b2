// node quicktype.mjs <language> <schemas> <folder>: one module or package per event schema, with quicktype's default options
import { mkdirSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { main } from "quicktype";

const [language, schemas, folder] = process.argv.slice(2);

// It calls the body's type after the file that it writes; where a folder is a package, each event has one of its own.
const output = {
  typescript: (type) => ({ out: `${type}.ts` }),
  python: (type) => ({ out: `${type}.py` }),
  go: (type, module) => ({ out: `${module}/${type}.go`, options: ["--package", module] }),
  java: (type, module) => ({ out: `${module}/${type}.java`, options: ["--package", `quicktype.${module}`] }),
  rust: (type) => ({ out: `${type}.rs` }),
  csharp: (type) => ({ out: `${type}.cs` }),
  kotlin: (type) => ({ out: `${type}.kt` }),
  swift: (type) => ({ out: `${type}.swift` }),
}[language];

// It prints which members can hold anything; only what it throws is an error.
console.error = () => {};
for (const module of readdirSync(schemas)) {
  const [file] = readdirSync(`${schemas}/${module}`);
  const { out, options = [] } = output(file.replace(".json", ""), module);
  mkdirSync(dirname(`${folder}/${out}`), { recursive: true });
  try {
    await main([
      "--lang",
      language,
      "--src-lang",
      "schema",
      ...options,
      "--out",
      `${folder}/${out}`,
      `${schemas}/${module}/${file}`,
    ]);
  } catch (error) {
    console.log(`${file}: ${error.message}`);
    process.exit(1);
  }
}

// node quicktype.mjs <language> <schemas> <folder>: one module or package per event schema, with quicktype's default options
import { mkdirSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { main } from "quicktype";

const [language, schemas, folder] = process.argv.slice(2);

const output = {
  typescript: (module) => ({ out: `${module}.ts` }),
  python: (module) => ({ out: `${module}.py` }),
  go: (module) => ({ out: `${module}/${module}.go`, options: ["--package", module] }),
  java: (module) => ({ out: `${module}/${pascalCase(module)}.java`, options: ["--package", `quicktype.${module}`] }),
  rust: (module) => ({ out: `${module}.rs` }),
  csharp: (module) => ({ out: `${module}.cs` }),
  kotlin: (module) => ({ out: `${module}.kt` }),
  swift: (module) => ({ out: `${module}.swift` }),
}[language];

// The name of the file becomes the name of the body's type.
function pascalCase(module) {
  return module.replaceAll(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase());
}

// It prints which members can hold anything; only what it throws is an error.
console.error = () => {};
for (const file of readdirSync(schemas)) {
  const { out, options = [] } = output(file.replace(".json", "").replaceAll("-", "_"));
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
      `${schemas}/${file}`,
    ]);
  } catch (error) {
    console.log(`${file}: ${error.message}`);
    process.exit(1);
  }
}

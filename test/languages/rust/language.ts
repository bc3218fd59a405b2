import { mkdirSync, writeFileSync } from "node:fs";
import { both, type Language, moduleName, pascalCase } from "../harness/language.js";

export const rust: Language = {
  name: "Rust",
  toolchain: [["cargo", "--version"]],
  prepare({ run, quicktype, schemas, events, work, copyPageSchema }) {
    quicktype("rust", "2020-12", "src/quicktype_types");
    const write = (file: string, lines: string[]) => writeFileSync(`${work}/src/${file}`, `${lines.join("\n")}\n`);
    write(
      "quicktype_types/mod.rs",
      events.map((event) => `pub mod ${moduleName(event)};`),
    );
    mkdirSync(`${work}/src/typify_types`);
    write(
      "typify_types/mod.rs",
      events.map(
        (event) =>
          `pub mod ${moduleName(event)} { typify::import_types!(schema = "${schemas("draft-07")}/${event}.json"); }`,
      ),
    );
    write("events.rs", [
      "events! {",
      ...events.map((event) => `    "${event}" ${moduleName(event)} ${pascalCase(event)} ${pascalCase(event)}Payload;`),
      "}",
    ]);
    copyPageSchema("draft-07");
    run("cargo", "build", "--quiet", "--locked");
  },
  validators: ({ pinned }) => [
    {
      tool: "jsonschema",
      version: pinned("Cargo.toml", "\njsonschema"),
      dialects: both,
      command: () => ["target/debug/validate"],
    },
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "src/quicktype_types" },
      roundTrip: ["target/debug/roundtrip", "quicktype", examples],
    },
    // A macro: it writes no file, and it reads draft-07.
    {
      tool: "typify",
      version: pinned("Cargo.toml", "\ntypify"),
      folders: { "draft-07": "src/typify_types" },
      dropsEmptyArrays: true,
      roundTrip: ["target/debug/roundtrip", "typify", examples],
    },
  ],
  page: { page: "rust.md", source: "src/bin/receive.rs", command: ["target/debug/receive"] },
};

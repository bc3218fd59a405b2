import { mkdirSync, writeFileSync } from "node:fs";
import { both, type Language } from "../harness/language.js";

export const rust: Language = {
  name: "Rust",
  toolchain: [["cargo", "--version"]],
  prepare({ run, quicktype, eventSchemas, events, work, copyPageSchema }) {
    quicktype("rust", "2020-12", "src/quicktype_types");
    const write = (file: string, lines: string[]) => writeFileSync(`${work}/src/${file}`, `${lines.join("\n")}\n`);
    write(
      "quicktype_types/mod.rs",
      events.map(({ module, type }) => `#[path = "${type}.rs"]\npub mod ${module};`),
    );
    mkdirSync(`${work}/src/typify_types`);
    write(
      "typify_types/mod.rs",
      events.map(
        ({ module, type }) =>
          `pub mod ${module} { typify::import_types!(schema = "${eventSchemas("draft-07")}/${module}/${type}.json"); }`,
      ),
    );
    write("events.rs", ["events! {", ...events.map(({ module, type }) => `    "${module}" ${module} ${type};`), "}"]);
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
      roundTrip: ["target/debug/roundtrip", "typify", examples],
    },
  ],
  page: { page: "rust.md", source: "src/bin/receive.rs", command: ["target/debug/receive"] },
};

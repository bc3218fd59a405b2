import { mkdirSync, writeFileSync } from "node:fs";
import { absentIsNull, nullIsAbsent, ownKeysLost } from "../harness/known-differences.js";
import { both, type Language } from "../harness/language.js";
import { eventSchemas } from "../harness/schemas.js";

export const rust: Language = {
  name: "Rust",
  folder: "rust",
  toolchain: { cargo: ["cargo", "--version"] },
  prepare({ run, quicktype, events, work }) {
    quicktype("rust", "2020-12", "src/quicktype_types/{type}.rs");
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
          `pub mod ${module} { typify::import_types!(schema = "${eventSchemas("draft-07")}/${module}/${type}.json", replace = { FieldValue = ::serde_json::Value }); }`,
      ),
    );
    write("events.rs", ["events! {", ...events.map(({ module, type }) => `    "${module}" ${module} ${type};`), "}"]);
    run("cargo", "build", "--quiet", "--locked");
  },
  validators: ({ pinned }) =>
    ["jsonschema", "boon"].map((tool) => ({
      tool,
      version: pinned("Cargo.toml", `\n${tool} =`),
      dialects: both,
      command: () => ["target/debug/validate", tool],
    })),
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "src/quicktype_types" },
      roundTrip: ["target/debug/roundtrip", "quicktype", examples],
      knownDifferences: [
        {
          what: "the text variant of every union is called `PurpleString`",
          why: "`String` is on its list of words that no name may be, variants too; its own keyword for other names, `qt-accessors`, is one that ajv refuses",
          matches: /^a type is called PurpleString$/,
        },
        ownKeysLost,
        {
          ...absentIsNull,
          why: "an `Option` is written as null, unless `--skip-serializing-none` is given: https://github.com/glideapps/quicktype/pull/2397",
        },
      ],
    },
    // A macro: it writes no file, and it reads draft-07.
    {
      tool: "typify, option of the page",
      version: pinned("Cargo.toml", "\ntypify"),
      folders: { "draft-07": "src/typify_types" },
      roundTrip: ["target/debug/roundtrip", "typify", examples],
      knownDifferences: [
        {
          ...nullIsAbsent,
          why: "an optional field is an `Option`, skipped when it is `None`, which null is too: https://github.com/serde-rs/json/issues/376",
        },
      ],
    },
  ],
};

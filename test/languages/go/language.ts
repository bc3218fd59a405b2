import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { absentIsNull, nullIsAbsent, ownKeysLost } from "../harness/known-differences.js";
import { both, type Dialect, type Event, type Language, type Validator } from "../harness/language.js";
import { eventSchemas } from "../harness/schemas.js";

export const go: Language = {
  name: "Go",
  folder: "go",
  toolchain: { go: ["go", "version"] },
  prepare({ run, quicktype, events, work }) {
    run("go", "build", "-o", "bin/", "github.com/atombender/go-jsonschema", "./validate");
    quicktype("go", "2020-12", "types/quicktype/{module}/{type}.go", "--package", "{module}");
    const generate = (name: string, file: string, schema: string) =>
      run("bin/go-jsonschema", "--package", name, "--output", file, schema);
    for (const dialect of both)
      for (const { module, type } of events) {
        // It calls the type after the file, and the file's ending is part of the name.
        const schema = `schemas/${dialect}/${type}`;
        cpSync(`${eventSchemas(dialect)}/${module}/${type}.json`, `${work}/${schema}`);
        mkdirSync(`${work}/${folderOf(dialect)}/${module}`, { recursive: true });
        generate(module, `${folderOf(dialect)}/${module}/types.go`, schema);
      }
    writeFileSync(`${work}/roundtrip/types.go`, table(events));
    run("go", "build", "-o", "bin/", "./roundtrip");
  },
  validators: ({ pinned }) => [
    validator("santhosh-tekuri/jsonschema", pinned("go.mod", "santhosh-tekuri/jsonschema/v6"), both),
    validator("kaptinlin/jsonschema", pinned("go.mod", "kaptinlin/jsonschema"), ["2020-12"]),
    validator("google/jsonschema-go", pinned("go.mod", "google/jsonschema-go"), both),
    validator("xeipuuv/gojsonschema", pinned("go.mod", "xeipuuv/gojsonschema"), [...both, "draft-04"]),
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "types/quicktype" },
      roundTrip: ["bin/roundtrip", "quicktype", examples],
      knownDifferences: [
        ownKeysLost,
        {
          ...absentIsNull,
          why: "a pointer is null and absent at once, and a nullable one has no `omitempty`: https://github.com/glideapps/quicktype/issues/1341",
        },
      ],
    },
    {
      tool: "go-jsonschema",
      version: pinned("go.mod", "go-jsonschema v"),
      folders: { "2020-12": folderOf("2020-12"), "draft-07": folderOf("draft-07") },
      roundTrip: ["bin/roundtrip", "gojsonschema", examples],
      knownDifferences: [
        { ...nullIsAbsent, why: "a pointer is null and absent at once, and an optional one has `omitempty`" },
        {
          what: "the number of a number or text has a type of its own, which nothing refers to",
          why: "it numbers the members of a union, and their order is not the same in all dialects; a list of types makes none, but of that, validators that coerce make text of each number",
          matches: /^a type is called \w+_1$|^\/(?:integration_run|poll_result)_\w+\/types\.go is not the same/,
        },
      ],
    },
  ],
};

function validator(tool: string, version: string, dialects: Dialect[]): Validator {
  return { tool, version, dialects, command: () => ["bin/validate", tool.split("/")[0]!] };
}

function folderOf(dialect: Dialect): string {
  return dialect === "2020-12" ? "types/gojsonschema" : "draft-07/gojsonschema";
}

/** Go finds no type by its name at run time. */
function table(events: Event[]): string {
  const tools = ["quicktype", "gojsonschema"];
  const imports = tools.flatMap((tool) =>
    events.map(({ module }) => `import ${tool}_${module} "languages/types/${tool}/${module}"`),
  );
  const maps = tools.map((tool) => {
    const entries = events.map(
      ({ module, type }) => `"${module}": func() any { return new(${tool}_${module}.${type}) },`,
    );
    return `"${tool}": {\n${entries.join("\n")}\n},`;
  });
  return `package main\n\n${imports.join("\n")}\n\nvar types = map[string]map[string]func() any{\n${maps.join("\n")}\n}\n`;
}

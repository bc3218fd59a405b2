import { mkdirSync, writeFileSync } from "node:fs";
import { both, type Dialect, type Language, moduleName, pascalCase } from "../harness/language.js";

export const go: Language = {
  name: "Go",
  toolchain: [["go", "version"]],
  prepare({ run, quicktype, schemas, events, work, copyPageSchema }) {
    run("go", "build", "-o", "bin/", "github.com/atombender/go-jsonschema", "./validate");
    quicktype("go", "2020-12", "types/quicktype");
    for (const dialect of both)
      for (const event of events) {
        const folder = `${folderOf(dialect)}/${moduleName(event)}`;
        mkdirSync(`${work}/${folder}`, { recursive: true });
        const options = ["--struct-name-from-title", "--package", moduleName(event), "--output", `${folder}/types.go`];
        run("bin/go-jsonschema", ...options, `${schemas(dialect)}/${event}.json`);
      }
    writeFileSync(`${work}/roundtrip/types.go`, table(events));
    copyPageSchema("2020-12");
    run("go", "build", "-o", "bin/", "./roundtrip", "./receive");
  },
  validators: ({ pinned }) => [
    {
      tool: "santhosh-tekuri/jsonschema",
      version: pinned("go.mod", "santhosh-tekuri/jsonschema/v6"),
      dialects: both,
      command: () => ["bin/validate"],
    },
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "types/quicktype" },
      roundTrip: ["bin/roundtrip", "quicktype", examples],
      dropsEmptyArrays: true,
    },
    {
      tool: "go-jsonschema",
      version: pinned("go.mod", "go-jsonschema v"),
      folders: { "2020-12": folderOf("2020-12"), "draft-07": folderOf("draft-07") },
      roundTrip: ["bin/roundtrip", "go-jsonschema", examples],
      dropsEmptyArrays: true,
    },
  ],
  page: { page: "go.md", source: "receive/main.go", command: ["bin/receive"] },
};

function folderOf(dialect: Dialect): string {
  return dialect === "2020-12" ? "types/gojsonschema" : "draft-07/gojsonschema";
}

/** Go finds no type by its name at run time. */
function table(events: string[]): string {
  const tools = [
    { tool: "quicktype", folder: "quicktype", suffix: "" },
    { tool: "go-jsonschema", folder: "gojsonschema", suffix: "Payload" },
  ];
  const imports = tools.flatMap(({ folder }) =>
    events.map((event) => `import ${folder}_${moduleName(event)} "languages/types/${folder}/${moduleName(event)}"`),
  );
  const maps = tools.map(({ tool, folder, suffix }) => {
    const entries = events.map(
      (event) => `"${event}": func() any { return new(${folder}_${moduleName(event)}.${pascalCase(event)}${suffix}) },`,
    );
    return `"${tool}": {\n${entries.join("\n")}\n},`;
  });
  return `package main\n\n${imports.join("\n")}\n\nvar types = map[string]map[string]func() any{\n${maps.join("\n")}\n}\n`;
}

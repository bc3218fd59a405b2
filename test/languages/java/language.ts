import { copyFileSync, mkdirSync } from "node:fs";
import { both, type Language, moduleName } from "../harness/language.js";

export const java: Language = {
  name: "Java",
  toolchain: [
    ["java", "-version"],
    ["mvn", "--version"],
  ],
  prepare({ run, quicktype, schemas, events, work, copyPageSchema }) {
    quicktype("java", "2020-12", "src/main/java/quicktype");
    for (const event of events) {
      mkdirSync(`${work}/schemas/${moduleName(event)}`, { recursive: true });
      copyFileSync(`${schemas("draft-07")}/${event}.json`, `${work}/schemas/${moduleName(event)}/${event}.json`);
    }
    copyPageSchema("draft-07");
    run(
      "mvn",
      "--quiet",
      "--batch-mode",
      "compile",
      "dependency:copy-dependencies",
      "-DoutputDirectory=target/libraries",
    );
  },
  validators: ({ pinned }) => [
    {
      tool: "networknt json-schema-validator",
      version: pinned("pom.xml", "json-schema-validator"),
      dialects: both,
      command: () => program("Validate"),
    },
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "src/main/java/quicktype" },
      roundTrip: [...program("RoundTrip"), "quicktype", examples],
    },
    {
      tool: "jsonschema2pojo",
      version: pinned("pom.xml", "jsonschema2pojo-maven-plugin"),
      folders: { "draft-07": "target/generated-sources/jsonschema2pojo" },
      roundTrip: [...program("RoundTrip"), "pojo", examples],
    },
  ],
  page: { page: "java.md", source: "src/main/java/languages/Receive.java", command: program("Receive") },
};

function program(name: string): string[] {
  return ["java", "-Dfile.encoding=UTF-8", "-cp", "target/classes:target/libraries/*", `languages.${name}`];
}

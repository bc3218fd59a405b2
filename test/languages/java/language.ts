import { cpSync } from "node:fs";
import { both, type Language } from "../harness/language.js";

export const java: Language = {
  name: "Java",
  toolchain: [
    ["java", "-version"],
    ["mvn", "--version"],
  ],
  prepare({ run, quicktype, eventSchemas, work }) {
    quicktype("java", "2020-12", "src/main/java/quicktype");
    cpSync(eventSchemas("draft-07"), `${work}/schemas`, { recursive: true });
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
      command: () => program("languages.Validate"),
    },
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "src/main/java/quicktype" },
      roundTrip: [...program("languages.RoundTrip"), "quicktype", examples],
    },
    {
      tool: "jsonschema2pojo",
      version: pinned("pom.xml", "jsonschema2pojo-maven-plugin"),
      folders: { "draft-07": "target/generated-sources/defaults" },
      roundTrip: [...program("languages.RoundTrip"), "defaults", examples],
    },
    {
      tool: "jsonschema2pojo, options of the page",
      version: pinned("pom.xml", "jsonschema2pojo-maven-plugin"),
      folders: { "draft-07": "target/generated-sources/jsonschema2pojo" },
      roundTrip: [...program("languages.RoundTrip"), "pojo", examples],
    },
  ],
  page: { page: "java.md", source: "src/main/java/Receive.java", command: program("Receive") },
};

function program(name: string): string[] {
  return ["java", "-Dfile.encoding=UTF-8", "-cp", "target/classes:target/libraries/*", name];
}

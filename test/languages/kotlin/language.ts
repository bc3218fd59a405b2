import { invalid, nullIsAbsent } from "../harness/known-differences.js";
import type { Language } from "../harness/language.js";

const sources = "src/main/kotlin/quicktype";

export const kotlin: Language = {
  name: "Kotlin",
  folder: "kotlin",
  toolchain: { java: ["java", "-version"], mvn: ["mvn", "--version"] },
  prepare({ run, quicktype, copyPageSchema }) {
    quicktype("kotlin", "2020-12", `${sources}/{module}/{type}.kt`, "--package", "quicktype.{module}");
    copyPageSchema("2020-12");
    run("cp", `${sources}/fact_sheet_created/FactSheetCreatedPayload.kt`, sources);
    run("sed", "-i", "s/^package quicktype.*/package quicktype/", `${sources}/FactSheetCreatedPayload.kt`);
    run(
      ...["mvn", "--quiet", "--batch-mode", "clean", "compile"],
      ...["dependency:copy-dependencies", "-DoutputDirectory=target/libraries"],
    );
  },
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": sources },
      roundTrip: program("languages.RoundTripKt", examples),
      knownDifferences: [
        { ...nullIsAbsent, why: "it sets Jackson's `NON_NULL`" },
        { ...invalid, why: "a null that the schema requires is not written either" },
        {
          what: "a body with an integer or a null in a union is not read",
          why: "its reader of a union knows Jackson's `DoubleNode`, and not `IntNode`, `LongNode` and `NullNode`",
          matches: / comes back "not read: \(was java\.lang\.Ill/,
        },
        {
          what: "a body with field data is not read",
          why: "it calls the class of field data `StringValue`, which inside the union is the variant for a text",
          matches: / comes back "not read: (?:Instantiation of|Unrecognized field)/,
        },
      ],
    },
  ],
  page: { page: "kotlin.md", source: "src/main/kotlin/Main.kt", command: program("MainKt") },
};

function program(name: string, ...options: string[]): string[] {
  return ["java", "-Dfile.encoding=UTF-8", "-cp", "target/classes:target/libraries/*", name, ...options];
}

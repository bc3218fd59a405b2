import { cpSync } from "node:fs";
import {
  absentIsNull,
  invalid,
  lineBreakPasses,
  noInteger,
  nullIsAbsent,
  ownKeysLost,
} from "../harness/known-differences.js";
import { both, type Dialect, type Language } from "../harness/language.js";
import { eventSchemas } from "../harness/schemas.js";

const lineBreak = {
  ...lineBreakPasses,
  why: "the `$` of a pattern also matches before a line break at the end, as in `java.util.regex`",
};
const noNullIsWritten = [
  { ...nullIsAbsent, why: "no null is written: https://github.com/joelittlejohn/jsonschema2pojo/issues/642" },
  { ...invalid, why: "a null that the schema requires is not written either" },
];

export const java: Language = {
  name: "Java",
  folder: "java",
  toolchain: { java: ["java", "-version"], mvn: ["mvn", "--version"] },
  prepare({ run, quicktype, work }) {
    quicktype("java", "2020-12", "src/main/java/quicktype/{module}/{type}.java", "--package", "quicktype.{module}");
    cpSync(eventSchemas("draft-07"), `${work}/schemas`, { recursive: true });
    run(
      "mvn",
      "--quiet",
      "--batch-mode",
      "clean",
      "compile",
      "dependency:copy-dependencies",
      "-DoutputDirectory=target/libraries",
    );
  },
  validators: ({ pinned }) => {
    const validator = (tool: string, artifact: string, name: string, dialects: Dialect[]) => ({
      tool,
      version: pinned("pom.xml", artifact),
      dialects,
      command: () => [...program("languages.Validate"), name],
    });
    return [
      validator("networknt json-schema-validator", ">json-schema-validator<", "networknt", both),
      {
        ...validator("Vert.x JSON Schema", "vertx-json-schema", "vertx", both),
        knownDifferences: [lineBreak],
      },
      {
        ...validator("everit json-schema", "everit-json-schema", "everit", ["draft-07", "draft-04"]),
        knownDifferences: [
          lineBreak,
          { ...noInteger, why: "it reads a greater number as a `BigInteger`, which it takes for no integer" },
        ],
      },
      {
        ...validator("json-sKema", "json-sKema", "json-sKema", ["2020-12"]),
        knownDifferences: [lineBreak, { ...noInteger, why: "it reads a greater number as a fraction" }],
      },
    ];
  },
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "src/main/java/quicktype" },
      roundTrip: [...program("languages.RoundTrip"), "quicktype", examples],
      knownDifferences: [ownKeysLost, { ...absentIsNull, why: "a field that is not set is null, and null is written" }],
    },
    {
      tool: "jsonschema2pojo",
      version: pinned("pom.xml", "jsonschema2pojo-maven-plugin"),
      folders: { "draft-07": "target/generated-sources/defaults" },
      roundTrip: [...program("languages.RoundTrip"), "defaults", examples],
      knownDifferences: [
        ...noNullIsWritten,
        {
          what: "absent arrays come back empty",
          why: "its default `initializeCollections`: https://github.com/joelittlejohn/jsonschema2pojo/issues/3",
          matches: /: absent comes back \[\]$/,
        },
        {
          what: "numbers of more than 32 bits are not read",
          why: "an integer is an `Integer`, unless a `minimum` or `maximum` needs more: https://github.com/joelittlejohn/jsonschema2pojo/pull/434; ours have neither, because zod has none",
          matches: /comes back "Numeric value \(1099511627776\) out of range of int/,
        },
      ],
    },
    {
      tool: "jsonschema2pojo, options of the page",
      version: pinned("pom.xml", "jsonschema2pojo-maven-plugin"),
      folders: { "draft-07": "target/generated-sources/jsonschema2pojo" },
      roundTrip: [...program("languages.RoundTrip"), "pojo", examples],
      knownDifferences: noNullIsWritten,
    },
  ],
};

function program(name: string): string[] {
  return ["java", "-Dfile.encoding=UTF-8", "-cp", "target/classes:target/libraries/*", name];
}

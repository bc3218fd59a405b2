/** The models that openapi-generator makes of schemas/openapi.json: they compile, and read every example. */
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { KnownDifference } from "../harness/known-differences.js";
import type { Context, Language } from "../harness/language.js";
import { workRoot } from "../harness/schemas.js";
import { knownDifferences } from "./known-differences.js";

const version = "7.17.0";
const ignored = "test/languages/openapi/openapi-generator-ignore";
const copyPlugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const jar = join(workRoot, `openapi/openapi-generator-cli-${version}.jar`);

interface Models {
  name: string;
  /** In `test/languages/openapi`, and what openapi-generator calls the language. */
  folder: string;
  toolchain: Language["toolchain"];
  options?: string[];
  /** Where the models are. */
  models: string;
  build?(context: Context): void;
  /** Takes the examples; absent if no compiler of the language is run. */
  roundTrip?: string[];
}

const python = ".venv/bin/python";
const all: Models[] = [
  {
    name: "Python",
    folder: "python",
    toolchain: { python3: ["python3", "-m", "venv", "--help"] },
    models: "openapi_client/models",
    build({ run }) {
      run("python3", "-m", "venv", ".venv");
      run(
        ...[python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
        ...["-r", "requirements.txt", "-c", "requirements.lock"],
      );
    },
    roundTrip: [python, "roundtrip.py"],
  },
  // Its FieldValue does not compile: it writes `List<Object>.class` for the list among the values of a field.
  {
    name: "Java",
    folder: "java",
    toolchain: {},
    options: ["--library", "native", "--additional-properties", "useJakartaEe=true"],
    models: "src/main/java/org/openapitools/client/model",
  },
  {
    name: "Go",
    folder: "go",
    toolchain: { go: ["go", "version"] },
    options: ["--additional-properties", "withGoMod=false", "--package-name", "main"],
    models: ".",
    build({ run, work, events }) {
      const entries = events.map(({ type }) => `\t"${type}": func() any { return new(${type}) },\n`);
      writeFileSync(
        join(work, "types.go"),
        `package main\n\nvar types = map[string]func() any{\n${entries.join("")}}\n`,
      );
      run("go", "build", "-o", "roundtrip", ".");
    },
    roundTrip: ["./roundtrip"],
  },
  // Its models need packages that only NuGet has.
  { name: "C#", folder: "csharp", toolchain: {}, models: "src/Org.OpenAPITools/Model" },
];

export const openApiLanguages: Language[] = all.map(({ name, folder, toolchain, options = [], ...models }) => ({
  name,
  folder: `openapi/${folder}`,
  toolchain: { java: ["java", "-version"], mvn: ["mvn", "--version"], ...toolchain },
  prepare(context) {
    generate(context, folder, options);
    models.build?.(context);
  },
  types: ({ examples }) => [
    {
      tool: "openapi-generator",
      version,
      folders: { "2020-12": models.models },
      ...(models.roundTrip && { roundTrip: [...models.roundTrip, examples] }),
      knownDifferences: knownDifferences[name] as KnownDifference[],
    },
  ],
}));

/** The models, and what of the client they need. The document has no operations but those that the vendor calls. */
function generate({ run, work }: Context, generator: string, options: string[]): void {
  cpSync(ignored, join(work, ".openapi-generator-ignore"));
  if (!existsSync(jar)) {
    const artifact = `-Dartifact=org.openapitools:openapi-generator-cli:${version}`;
    run("mvn", "--quiet", "--batch-mode", `${copyPlugin}:copy`, artifact, `-DoutputDirectory=${workRoot}/openapi`);
  }
  run(
    ...[
      "java",
      "-jar",
      jar,
      "generate",
      "--generator-name",
      generator,
      "--input-spec",
      resolve("schemas/openapi.json"),
    ],
    ...["--output", ".", "--skip-validate-spec", ...options],
    ...["--global-property", "models,modelTests=false,modelDocs=false,supportingFiles"],
  );
}

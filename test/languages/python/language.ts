import { resolve } from "node:path";
import { lineBreakPasses, nullIsAbsent, ownKeysLost } from "../harness/known-differences.js";
import { both, type Language } from "../harness/language.js";
import { rowOf } from "../harness/row.js";
import { eventSchemas } from "../harness/schemas.js";

const interpreter = ".venv/bin/python";

export const python: Language = {
  name: "Python",
  folder: "python",
  toolchain: { python3: ["python3", "-m", "venv", "--help"] },
  prepare({ run, quicktype }) {
    run("python3", "-m", "venv", ".venv");
    run(
      interpreter,
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "-r",
      "requirements.txt",
      "-c",
      "requirements.lock",
    );
    quicktype("python", "2020-12", "quicktype_types/{type}.py");
    run(interpreter, "generate.py", eventSchemas("2020-12"), "pydantic_types");
    run(interpreter, "generate.py", eventSchemas("draft-07"), "draft-07/pydantic_types");
  },
  validators: ({ pinned }) => [
    {
      tool: "jsonschema",
      version: pinned("requirements.txt", "\njsonschema"),
      dialects: both,
      command: () => [interpreter, "validate.py", "jsonschema"],
      knownDifferences: [
        {
          ...lineBreakPasses,
          why: "the `$` of a pattern also matches before a line break at the end, as in Python's `re`: https://github.com/python-jsonschema/jsonschema/issues/576",
        },
      ],
    },
    {
      tool: "jsonschema-rs",
      version: pinned("requirements.txt", "jsonschema-rs"),
      dialects: both,
      command: () => [interpreter, "validate.py", "jsonschema-rs"],
    },
    // It knows no dialect newer than draft-07.
    {
      tool: "fastjsonschema",
      version: pinned("requirements.txt", "fastjsonschema"),
      dialects: ["draft-07"],
      command: () => [interpreter, "validate.py", "fastjsonschema"],
    },
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "quicktype_types" },
      roundTrip: [interpreter, "roundtrip.py", "quicktype", examples],
      knownDifferences: [
        ownKeysLost,
        {
          ...nullIsAbsent,
          why: "an optional field is written only when it is not None: https://github.com/glideapps/quicktype/pull/1516",
        },
      ],
    },
    {
      tool: "datamodel-code-generator",
      version: pinned("requirements.txt", "datamodel-code-generator"),
      folders: { "2020-12": "pydantic_types", "draft-07": "draft-07/pydantic_types" },
      roundTrip: [interpreter, "roundtrip.py", "pydantic", examples],
    },
  ],
  others: ({ run, pinned, examples }) => {
    const tool = "datamodel-code-generator, webhook-delivery";
    const version = pinned("requirements.txt", "datamodel-code-generator");
    return [
      rowOf({ name: "Python" }, { tool, version }, "2020-12", () => {
        const problems = run(interpreter, "delivery.py", resolve("schemas/2020-12/webhook-delivery.json"), examples);
        return {
          result: "each example is read into its event's class",
          problems: problems.split("\n").filter(Boolean),
        };
      }),
    ];
  },
};

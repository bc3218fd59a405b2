import { both, type Language } from "../harness/language.js";

const python = ".venv/bin/python";

export const pythonLanguage: Language = {
  name: "Python",
  toolchain: [["python3", "-m", "venv", "--help"]],
  prepare({ run, quicktype, eventSchemas, copyPageSchema }) {
    run("python3", "-m", "venv", ".venv");
    run(
      python,
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
    quicktype("python", "2020-12", "quicktype_types");
    run(python, "generate.py", eventSchemas("2020-12"), "pydantic_types");
    run(python, "generate.py", eventSchemas("draft-07"), "draft-07/pydantic_types");
    copyPageSchema("2020-12");
    run(
      python,
      "-m",
      "datamodel_code_generator",
      "--input",
      "fact-sheet-created.json",
      "--output-model-type",
      "pydantic_v2.BaseModel",
      "--output",
      "models.py",
    );
  },
  validators: ({ pinned }) => [
    {
      tool: "jsonschema",
      version: pinned("requirements.txt", "\njsonschema"),
      dialects: both,
      command: () => [python, "validate.py", "jsonschema"],
    },
    // It knows no dialect newer than draft-07.
    {
      tool: "fastjsonschema",
      version: pinned("requirements.txt", "fastjsonschema"),
      dialects: ["draft-07"],
      command: () => [python, "validate.py", "fastjsonschema"],
    },
  ],
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "quicktype_types" },
      roundTrip: [python, "roundtrip.py", "quicktype", examples],
    },
    {
      tool: "datamodel-code-generator",
      version: pinned("requirements.txt", "datamodel-code-generator"),
      folders: { "2020-12": "pydantic_types", "draft-07": "draft-07/pydantic_types" },
      roundTrip: [python, "roundtrip.py", "pydantic", examples],
    },
  ],
  page: { page: "python.md", source: "receive.py", command: [python, "receive.py"] },
};
